"""Made data on real boundaries: towns of old estates with everything the platform knows of them."""
