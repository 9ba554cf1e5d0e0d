"""A file becomes pixels: type, limits, colors, picture; videos in a room of their own."""
