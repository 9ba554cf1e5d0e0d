"""Names of the families of forgeries of forensics/synthesis/families.py, in the order in which a network answers.

A new one comes last, and networks that were trained without it do not name it.
"""

FAMILY_NAMES = (
    *("self_blend", "identity_swap", "hull_swap", "patch_swap", "reenactment", "splice", "retouch", "resynthesis"),
)
