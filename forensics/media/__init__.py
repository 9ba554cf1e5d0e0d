"""A file becomes pixels: type, limits, colours, picture; videos in a room of their own."""
