"""The addresses of speakers, quotes, sessions, write-ups, questions and organisations."""

from django.urls import path, re_path

from sessions.views import citations, meetings, organisations, quotes, speakers, write_ups

urlpatterns = [
    path("sprekers/", speakers.speaker_list, name="speaker_list"),
    path("sprekers/<slug:slug>/", speakers.speaker, name="speaker"),
    path("citaten/", quotes.quote_list, name="quote_list"),
    path("citaten/<slug:slug>/", quotes.quote, name="quote"),
    re_path(
        r"^citaten/(?P<slug>[-\w]+)/bron\.(?P<extension>bib|ris|json)$",
        citations.citation_file,
        name="citation_file",
    ),
    path("vragen/", quotes.question_list, name="question_list"),
    path("vragen/<slug:slug>/", quotes.question, name="question"),
    path("sessies/", meetings.session_list, name="session_list"),
    path("sessies/agenda.ics", meetings.all_calendar, name="sessions_calendar"),
    path("reeksen/<slug:slug>/agenda.ics", meetings.series_calendar, name="series_calendar"),
    path("sessies/<slug:slug>/", meetings.session, name="session"),
    path("sessies/<slug:slug>/agenda.ics", meetings.calendar, name="session_calendar"),
    path("reeksen/<slug:slug>/", meetings.series, name="series"),
    path("verslagen/", write_ups.write_up_list, name="write_up_list"),
    path("verslagen/<slug:slug>/", write_ups.write_up, name="write_up"),
    path(
        "verslagen/<slug:slug>/annotaties",
        write_ups.write_up_annotations,
        name="write_up_annotations",
    ),
    path("organisaties/", organisations.organisation_list, name="organisation_list"),
    path("organisaties/<slug:slug>/", organisations.organisation, name="organisation"),
]
