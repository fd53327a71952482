"""The columns of a sheet of people, as French and English spreadsheets name them."""

from clausier.lib.sheets import Column

COLUMNS = (
    Column("name", ("Nom", "Name", "Nom complet", "Full name"), is_required=True),
    Column("email", ("Courriel", "E-mail", "Adresse courriel", "E-mail address", "Mail")),
    Column("number", ("Numéro", "Number", "Matricule", "Numéro d'employé", "Employee number", "No")),
    Column("language", ("Langue", "Language")),
    Column("unit", ("Unité", "Unit", "Service", "Department", "Direction")),
    Column("relation", ("Lien", "Tie", "Relation")),
    Column("regime", ("Régime", "Regime")),
    Column("audiences", ("Groupes", "Audiences", "Groups")),
    Column("shift", ("Quart", "Shift", "Quart de travail", "Horaire", "Hours")),
    Column("absences", ("Absences", "Absence", "Congés", "Leave")),
    Column("manager", ("Gestionnaire", "Manager", "Supérieur", "Supervisor")),
)
