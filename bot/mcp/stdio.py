"""The protocol over stdin and stdout, for clients that start the server themselves."""

from typing import Any

from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server


async def speak(server: Server[dict[str, Any]]) -> None:
    """Serve until stdin ends. What else is printed meanwhile goes to stderr: stdout is the protocol's alone."""
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())
