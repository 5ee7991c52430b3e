"""An answer's chart as a picture that stands alone: SVG or PNG, in a file or over HTTP."""
