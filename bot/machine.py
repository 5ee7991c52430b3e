"""Which hosts are this machine."""

from ipaddress import ip_address


def is_this_machine(host: str) -> bool:
    """Whether a host, by name or address, is reached from this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
