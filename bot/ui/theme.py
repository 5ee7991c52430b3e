"""The page's look in Gradio's own terms: paper, ink, one accent, fonts the reader's machine has."""

import gradio as gr

SANS = ("system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "sans-serif")
MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace")

PAPER, PAPER_DARK = "#faf7f0", "#191713"
SHEET, SHEET_DARK = "#fffdf8", "#211f1a"
INK, INK_DARK = "#221d16", "#ece5d8"
FADED, FADED_DARK = "#6a6154", "#a89f8f"
RULE, RULE_DARK = "#ddd5c5", "#3a362e"
ACCENT, ACCENT_DARK = "#8c2f24", "#e39a86"


def theme() -> gr.themes.Base:
    """Gradio's plainest theme, with every colour and font it shows replaced."""
    base = gr.themes.Base(font=list(SANS), font_mono=list(MONO), radius_size=gr.themes.sizes.radius_sm)
    return base.set(**_pairs(), **_FLAT)


def _pairs() -> dict[str, str]:
    """Theme variables and their dark twins."""
    colours = {
        "body_background_fill": (PAPER, PAPER_DARK),
        "background_fill_primary": (SHEET, SHEET_DARK),
        "background_fill_secondary": (PAPER, PAPER_DARK),
        "body_text_color": (INK, INK_DARK),
        "body_text_color_subdued": (FADED, FADED_DARK),
        "border_color_primary": (RULE, RULE_DARK),
        "border_color_accent": (ACCENT, ACCENT_DARK),
        "color_accent_soft": (SHEET, SHEET_DARK),
        "link_text_color": (ACCENT, ACCENT_DARK),
        "link_text_color_hover": (ACCENT, ACCENT_DARK),
        "block_background_fill": (SHEET, SHEET_DARK),
        "block_border_color": (RULE, RULE_DARK),
        "block_label_text_color": (FADED, FADED_DARK),
        "input_background_fill": (SHEET, SHEET_DARK),
        "input_background_fill_focus": (SHEET, SHEET_DARK),
        "input_border_color": (RULE, RULE_DARK),
        "input_border_color_focus": (ACCENT, ACCENT_DARK),
        "input_placeholder_color": (FADED, FADED_DARK),
        "button_primary_background_fill": (ACCENT, ACCENT_DARK),
        "button_primary_background_fill_hover": (ACCENT, ACCENT_DARK),
        "button_primary_text_color": (SHEET, SHEET_DARK),
        "button_secondary_background_fill": (ACCENT, ACCENT_DARK),
        "button_secondary_background_fill_hover": (ACCENT, ACCENT_DARK),
        "button_secondary_text_color": (SHEET, SHEET_DARK),
    }
    light = {name: pair[0] for name, pair in colours.items()}
    return light | {f"{name}_dark": pair[1] for name, pair in colours.items()}


_FLAT = {
    "color_accent": ACCENT,
    "block_shadow": "none",
    "block_shadow_dark": "none",
    "input_shadow": "none",
    "input_shadow_focus": "none",
    "button_primary_shadow": "none",
    "button_secondary_shadow": "none",
}
