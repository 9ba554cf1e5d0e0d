"""A video file becomes frames: container, decoder, exact times, shots, which frames are looked at.

file → VideoFile → StreamFrame… → shots
"""
