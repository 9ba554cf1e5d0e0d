"""Video: from a file on disk to the faces in it over time, who is who, and what that says.

file → VideoFile → TimedFrame… → shots → Sighting… → Track… → VideoResult → lines, decisions, moments
"""
