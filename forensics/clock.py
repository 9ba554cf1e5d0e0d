"""Times of a video as people write them."""


def clock(seconds: float, decimals: int = 1) -> str:
    """ "0:02.5", "1:02:03.4"; hours only where there are any."""
    unit = 10**decimals
    minutes, rest = divmod(round(seconds * unit), 60 * unit)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{head}:{rest / unit:0{decimals + 3 if decimals else 2}.{decimals}f}"
