"""What a text consists of: pure functions over ``str``, offsets in code points, half-open.

Written for English first. Other languages are never refused; less is found in them.
"""
