"""The Model Context Protocol: the library as tools for language models, over HTTP and over stdin and stdout."""
