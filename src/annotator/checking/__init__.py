"""What can be checked about an article without leaving it: whose voice a sentence is in, whether
quoted words occur where they are said to, what its parts say differently about the same thing.

Pure functions; rules, never a verdict. Offsets are code points of the article's text, half-open.
"""
