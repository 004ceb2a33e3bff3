//! The log of a creation.

use api::{Cx, Secret};

use super::{Params, account::New};
use crate::domain::accounts::limits;

/// Says what was made.
pub(super) fn write(cx: &Cx<'_>, params: &Params, new: &New, password: &Secret) {
    let record = new.account.record();
    cx.reason("Account Creation Ok");
    cx.raw(format!("The account “{}” was made.", record.name));
    cx.raw(format!("Domain: {}", record.domain));
    cx.raw(format!(
        "IP address: {}{}",
        record.ip,
        if record.dedicated_ip.0 { "" } else { " (shared)" }
    ));
    cx.raw(format!("Username: {}", record.name));
    self::password(cx, params, password);
    cx.raw(format!("Package: {}", record.package));
    cx.raw(format!("Quota: {}", limits::megabytes(record.quota)));
    cx.raw(format!("Bandwidth: {}", limits::monthly(record.bandwidth)));
    cx.raw(format!("Home directory: {}", record.home));
    cx.raw(format!("Theme: {}", record.theme));
    cx.raw(format!("Language: {}", record.locale));
    cx.raw(format!("Contact address: {}", record.email));
    for name in &new.nameservers {
        cx.raw(format!("Nameserver: {name}"));
    }
    if params.useregns.0 {
        cx.warn(
            "useregns: the registered nameservers are not looked up; the server's are in the zone.",
        );
    }
}

/// The caller must learn a password that was generated, unless they ask not to.
pub(super) fn password(cx: &Cx<'_>, params: &Params, password: &Secret) {
    if params.showpass.0 {
        cx.raw(format!("Password: {}", password.reveal()));
    }
}
