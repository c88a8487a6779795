"""What the public is told: the overview, the list, a community's card, what is closed today.

Every figure is read as the anonymous database role, so that a card cannot say more than a tile.
"""
