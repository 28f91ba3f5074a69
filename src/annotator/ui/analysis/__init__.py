"""What the window shows of an article that was looked through: tints, bars, the inside check."""
