"""The pages of exhibits, below their enterprise; `enterprises.urls` has taught addresses what its keys look like."""

from django.urls import path

from legal.exhibits.views import adding, listing, reading, saying

app_name = "exhibits"
urlpatterns = [
    path("<enterprise:key>/exhibits/", listing.exhibits, name="list"),
    path("<enterprise:key>/exhibits/add/", adding.add, name="add"),
    path("<enterprise:key>/exhibits/print/", listing.printed, name="print"),
    path("<enterprise:key>/exhibits/list.xlsx", listing.spreadsheet, name="spreadsheet"),
    path("<enterprise:key>/exhibits/<enterprise:exhibit>/", reading.exhibit, name="exhibit"),
    path("<enterprise:key>/exhibits/<enterprise:exhibit>/edit/", saying.edit, name="edit"),
    path("<enterprise:key>/exhibits/<enterprise:exhibit>/abroad/", saying.abroad, name="abroad"),
    path("<enterprise:key>/exhibits/<enterprise:exhibit>/translate/", adding.translate, name="translate"),
    path("<enterprise:key>/exhibits/<enterprise:exhibit>/replace/", adding.replace, name="replace"),
    path("<enterprise:key>/exhibits/<enterprise:exhibit>/withdraw/", saying.withdraw, name="withdraw"),
    path("<enterprise:key>/exhibits/<enterprise:exhibit>/restore/", saying.restore, name="restore"),
    path("<enterprise:key>/exhibits/<enterprise:exhibit>/remove/", saying.remove, name="remove"),
]
