"""What somebody may type who wants the staff's browser, or their spreadsheet, to do something."""

ATTACKS = (
    '<img src=x onerror="window.owned=1">',
    "<script>window.owned=1</script>",
    '"><svg/onload=window.owned=1>',
    "' autofocus onfocus='window.owned=1",
    "${window.owned=1}{{constructor.constructor('window.owned=1')()}}{{{value}}}",
    "[click](javascript:window.owned=1) ![x](https://evil.example/x.png) # Title",
    "</textarea></td></tr></table><iframe srcdoc='<script>parent.owned=1</script>'>",
    "\u202e\u0000\U0001f600 &lt;u&gt;",
    "{0} {name} %s %(x)s",
)
LOADED = ("<img", "<script", "<svg/", "<iframe", "onfocus='", "<u>")
"""What none of them may become."""
