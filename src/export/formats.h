// The formats' write functions, for the table in export.c.
#ifndef AKT_EXPORT_FORMATS_H
#define AKT_EXPORT_FORMATS_H

#include "export/export.h"

akt_export_result akt_export_native(akt_export *request);
akt_export_result akt_export_dot(akt_export *request);
akt_export_result akt_export_cytoscape(akt_export *request);
akt_export_result akt_export_d3(akt_export *request);
akt_export_result akt_export_jgf(akt_export *request);
akt_export_result akt_export_graphology(akt_export *request);
akt_export_result akt_export_vis(akt_export *request);
akt_export_result akt_export_graphml(akt_export *request);
akt_export_result akt_export_gexf(akt_export *request);
akt_export_result akt_export_csv(akt_export *request);
akt_export_result akt_export_events(akt_export *request);
akt_export_result akt_export_force_graph(akt_export *request);
akt_export_result akt_export_echarts(akt_export *request);
akt_export_result akt_export_cypher(akt_export *request);
akt_export_result akt_export_turtle(akt_export *request);
akt_export_result akt_export_ntriples(akt_export *request);
akt_export_result akt_export_jsonld(akt_export *request);
akt_export_result akt_export_mermaid(akt_export *request);
akt_export_result akt_export_canvas(akt_export *request);

#endif
