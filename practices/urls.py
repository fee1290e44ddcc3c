"""The addresses of themes, claims, tips, barriers, archetypes, principles, examples and tools."""

from django.urls import path

from practices.views import archetypes, barriers, claims, examples, principles, themes, tips

urlpatterns = [
    path("themas/", themes.theme_list, name="theme_list"),
    path("themas/<slug:slug>/", themes.theme, name="theme"),
    path("stellingen/", claims.claim_list, name="claim_list"),
    path("stellingen/<slug:slug>/", claims.claim, name="claim"),
    path("tips/", tips.tip_list, name="tip_list"),
    path("tips/<slug:slug>/", tips.tip, name="tip"),
    path("barrieres/", barriers.barrier_list, name="barrier_list"),
    path("barrieres/<slug:slug>/", barriers.barrier, name="barrier"),
    path("archetypen/", archetypes.archetype_list, name="archetype_list"),
    path("archetypen/<slug:slug>/", archetypes.archetype, name="archetype"),
    path("principes/", principles.principle_list, name="principle_list"),
    path("principes/<slug:slug>/", principles.principle_set, name="principle_set"),
    path("voorbeelden/", examples.example_list, name="example_list"),
    path("voorbeelden/<slug:slug>/", examples.example, name="example"),
    path("hulpmiddelen/", examples.tool_list, name="tool_list"),
    path("hulpmiddelen/<slug:slug>/", examples.tool, name="tool"),
]
