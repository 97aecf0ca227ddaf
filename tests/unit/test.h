// What every unit test includes: cmocka and its prerequisites. A test whose file
// defines `set_up` and `tear_down` gets them around each of its tests.
#ifndef AKT_TEST_H
#define AKT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define AKT_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
