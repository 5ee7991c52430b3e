"""The chat page."""

from bot.settings import silence_gradio

silence_gradio()  # Gradio phones home when it is imported without this, and every module here imports it after this one
