"""Work that takes longer than drawing a page."""
