// The formats' write functions, for the table in export.c.
#ifndef AKT_EXPORT_FORMATS_H
#define AKT_EXPORT_FORMATS_H

#include "export/export.h"

akt_export_result akt_export_native(akt_export *request);
akt_export_result akt_export_dot(akt_export *request);

#endif
