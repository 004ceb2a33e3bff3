//! Apache's base configuration, made of texts beside this file.

use std::net::IpAddr;

use super::{Included, Places, pages};
use crate::{Layout, Service};

/// The modules, in the order in which they are loaded.
const MODULES: &[&str] = &[
    "mpm_event",
    "authn_core",
    "authn_file",
    "authz_core",
    "authz_host",
    "authz_user",
    "authz_groupfile",
    "access_compat",
    "auth_basic",
    "alias",
    "dir",
    "mime",
    "env",
    "setenvif",
    "headers",
    "expires",
    "filter",
    "deflate",
    "rewrite",
    "reqtimeout",
    "socache_shmcb",
    "ssl",
    "http2",
    "proxy",
    "proxy_fcgi",
    "lua",
];

/// What accounts may say in their own files.
const OVERRIDES: &str = "\
    AcceptPathInfo AddCharset AddDefaultCharset AddEncoding AddLanguage AddOutputFilterByType AddType \
    Allow AuthBasicProvider AuthGroupFile AuthName AuthType AuthUserFile BrowserMatch \
    BrowserMatchNoCase Deny DirectoryIndex DirectorySlash ErrorDocument ExpiresActive ExpiresByType \
    ExpiresDefault FallbackResource FileETag ForceType Header Order Redirect RedirectMatch \
    RedirectPermanent RedirectTemp RemoveCharset RemoveEncoding RemoveHandler RemoveType \
    RequestHeader Require RewriteBase RewriteCond RewriteEngine RewriteOptions RewriteRule Satisfy \
    SetEnv SetEnvIf SetEnvIfNoCase SetOutputFilter UnsetEnv <Files <FilesMatch <If <ElseIf <Else \
    <IfDefine <IfFile <IfModule <IfVersion <Limit <LimitExcept <RequireAll <RequireAny <RequireNone";

/// The configuration that takes in those managed files.
pub(super) fn configuration(layout: &Layout, included: &Included) -> String {
    let places = Places::new(layout);
    let text = include_str!("httpd.conf")
        .replace("@INCLUDED@", &included.0)
        .replace("@LISTEN@", &listening(layout))
        .replace("@MODULES@", &modules())
        .replace("@OVERRIDES@", OVERRIDES)
        .replace("@FORBIDDEN@", &pages::forbidden())
        .replace("@MISSING@", &pages::missing())
        .replace("@SOCKETS@", &sockets(layout))
        .replace("@STATE@", &places.state.display().to_string());
    with_places(layout, &text)
        .replace("@PORT@", &layout.ports.web.to_string())
        .replace("@TLS_PORT@", &layout.ports.web_tls.to_string())
}

/// The program that sees to it that no request goes to another account's pool.
pub(super) fn handlers(layout: &Layout) -> String {
    include_str!("handlers.lua")
        .replace("@HOMES_PATTERN@", &lua_pattern(&layout.homes.display().to_string()))
        .replace("@SOCKETS@", &sockets(layout))
}

/// The program that finds the site of a request.
pub(super) fn sites(layout: &Layout) -> String {
    let port = match layout.ports.web_tls {
        443 => String::new(),
        port => format!(":{port}"),
    };
    let text = include_str!("sites.lua")
        .replace("@HTTPS_PORT@", &port)
        .replace("@UNKNOWN@", &pages::unknown())
        .replace("@SUSPENDED@", &pages::suspended())
        .replace("@STATE@", &Places::new(layout).state.display().to_string());
    with_places(layout, &text)
}

/// What has the sites' logs kept for a while and no longer, as logrotate reads it.
pub(super) fn log_rotation(layout: &Layout) -> String {
    with_places(layout, include_str!("logrotate.conf"))
}

fn with_places(layout: &Layout, text: &str) -> String {
    let places = Places::new(layout);
    text.replace("@CONFIG@", &places.config.display().to_string())
        .replace("@RUN@", &places.run.display().to_string())
        .replace("@LOGS@", &places.logs.display().to_string())
        .replace("@HOMES@", &layout.homes.display().to_string())
}

fn sockets(layout: &Layout) -> String {
    layout.run.join(Service::PhpFpm.name()).display().to_string()
}

fn modules() -> String {
    let line = |name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so");
    MODULES.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn listening(layout: &Layout) -> String {
    let at = match layout.listen {
        IpAddr::V6(address) if address.is_unspecified() => String::new(),
        IpAddr::V6(address) => format!("[{address}]:"),
        IpAddr::V4(address) => format!("{address}:"),
    };
    format!("Listen {at}{}\nListen {at}{} https", layout.ports.web, layout.ports.web_tls)
}

/// A text as a pattern of Lua that matches it alone.
fn lua_pattern(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            pattern.push('%');
        }
        pattern.push(c);
    }
    pattern
}
