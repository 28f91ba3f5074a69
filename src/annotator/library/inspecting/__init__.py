"""What an article is looked through for: sentences worth a look, voices, what its parts say
differently. Never a verdict."""
