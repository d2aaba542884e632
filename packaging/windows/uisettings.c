/*
 * For Wine 8 alone, never shipped: the WinRT class Windows.UI.ViewManagement.UISettings, which Qt asks for the
 * system's colours and without which it ends the process. Every colour is a mid grey.
 */
#define COBJMACROS
#include <windows.h>

static const GUID known[] = {
    {0x00000000, 0x0000, 0x0000, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}},                            /* IUnknown */
    {0xAF86E2E0, 0xB12D, 0x4C6A, {0x9C, 0x5A, 0xD7, 0xAA, 0x65, 0x10, 0x1E, 0x90}},          /* IInspectable */
    {0x00000035, 0x0000, 0x0000, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}},                            /* IActivationFactory */
    {0x85361600, 0x1C63, 0x4627, {0xBC, 0xB1, 0x3A, 0x89, 0xE0, 0xBC, 0x9C, 0x55}},          /* IUISettings */
    {0x03021BE4, 0x5254, 0x4781, {0x81, 0x94, 0x51, 0x68, 0xF7, 0xD0, 0x6D, 0x7B}},          /* IUISettings3 */
    {0x94EA2B94, 0xE9CC, 0x49E0, {0xC0, 0xFF, 0xEE, 0x64, 0xCA, 0x8F, 0x5B, 0x90}},          /* IAgileObject */
};

typedef struct {
    void **methods;
} Object;

static HRESULT WINAPI query(Object *self, const GUID *wanted, void **found)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (IsEqualGUID(wanted, &known[i])) {
            *found = self;
            return S_OK;
        }
    *found = NULL;
    return E_NOINTERFACE;
}

static ULONG WINAPI count(Object *self) { return 2; }
static HRESULT WINAPI refuse(void) { return E_NOTIMPL; }

static HRESULT WINAPI colour(Object *self, int which, BYTE *argb)
{
    BYTE value[4] = {255, 128, 128, 128};
    memcpy(argb, value, sizeof value);
    return S_OK;
}

static HRESULT WINAPI subscribe(Object *self, void *handler, long long *token)
{
    *token = 1;
    return S_OK;
}

static HRESULT WINAPI unsubscribe(Object *self, long long token) { return S_OK; }

static void *settings_methods[] = {query, count, count, refuse, refuse, refuse, colour, subscribe, unsubscribe};
static Object settings = {settings_methods};

static HRESULT WINAPI activate(Object *self, void **instance)
{
    *instance = &settings;
    return S_OK;
}

static void *factory_methods[] = {query, count, count, refuse, refuse, refuse, activate};
static Object factory = {factory_methods};

__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(void *name, void **found)
{
    *found = &factory;
    return S_OK;
}
