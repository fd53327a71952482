"""The ten chapters, a room each. A chapter leans on earlier chapters only."""
