"""The pages of a PDF as they are: the second way to show an article."""
