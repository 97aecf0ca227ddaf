// The files of src/draw/assets, put into the library by cmake/Embed.cmake.
#ifndef AKT_DRAW_ASSETS_H
#define AKT_DRAW_ASSETS_H

#include <stddef.h>

extern const char akt_asset_story_css[];
extern const size_t akt_asset_story_css_len;
extern const char akt_asset_story_js[];
extern const size_t akt_asset_story_js_len;

#endif
