//! Calls as functions and forms.

use crate::calls::{Call, Create, Modify, Settings, What};

/// A function's name and its parameters.
pub(crate) type Sent = (&'static str, Vec<(&'static str, String)>);

/// What a client sends; nothing for what is no call.
pub(crate) fn sent(call: &Call) -> Option<Sent> {
    let user = |user: &&str| ("user", (*user).to_owned());
    Some(match &call.what {
        What::Create(create) => ("createacct", of_create(create)),
        What::Remove { user: name, keepdns } => {
            ("removeacct", vec![user(name), ("keepdns", flag(*keepdns))])
        }
        What::Suspend { user: name, lock } => (
            "suspendacct",
            vec![user(name), ("reason", reason(*lock)), ("disallowun", flag(*lock))],
        ),
        What::Unsuspend { user: name } => ("unsuspendacct", vec![user(name)]),
        What::Passwd { user: name, password } => {
            ("passwd", vec![user(name), ("password", (*password).to_owned())])
        }
        What::Force { users, stop } => {
            let users: Vec<String> = users.iter().map(|name| format!("\"{name}\":1")).collect();
            let users = format!("{{{}}}", users.join(","));
            ("forcepasswordchange", vec![("users_json", users), ("stop_on_failure", flag(*stop))])
        }
        What::Modify(modify) => ("modifyacct", of_modify(modify)),
        What::ChangePackage { user: name, package } => {
            ("changepackage", vec![user(name), ("pkg", (*package).to_owned())])
        }
        What::AddPkg { name, settings } => ("addpkg", of_package(name, settings)),
        What::EditPkg { name, settings } => ("editpkg", of_package(name, settings)),
        What::KillPkg { name } => ("killpkg", vec![("pkgname", (*name).to_owned())]),
        What::EditQuota { user: name, quota } => {
            ("editquota", vec![user(name), ("quota", quota.to_string())])
        }
        What::LimitBw { user: name, limit } => {
            ("limitbw", vec![user(name), ("bwlimit", limit.to_string())])
        }
        What::List => ("listaccts", Vec::new()),
        What::Summary { user: name } => ("accountsummary", vec![user(name)]),
        What::Packages => ("listpkgs", Vec::new()),
        What::Use { .. } => return None,
    })
}

/// The reason that a suspension is given.
pub(crate) fn reason(lock: bool) -> String {
    if lock { "abuse" } else { "unpaid" }.to_owned()
}

fn flag(on: bool) -> String {
    u8::from(on).to_string()
}

fn of_create(create: &Create) -> Vec<(&'static str, String)> {
    let mut form = vec![
        ("username", create.user.to_owned()),
        ("domain", create.domain.to_owned()),
        ("password", create.password.to_owned()),
        ("ownerself", flag(create.itself)),
        ("reseller", flag(create.reseller)),
        ("forcedns", flag(create.forcedns)),
    ];
    form.extend(create.package.map(|name| ("plan", name.to_owned())));
    form.extend(create.owner.map(|name| ("owner", name.to_owned())));
    form.extend(create.quota.map(|number| ("quota", number.to_string())));
    form.extend(create.addons.map(|number| ("maxaddon", number.to_string())));
    form.extend(create.shell.map(|on| ("hasshell", flag(on))));
    form
}

fn of_modify(modify: &Modify) -> Vec<(&'static str, String)> {
    let mut form = vec![("user", modify.user.to_owned()), ("reseller", flag(modify.reseller))];
    form.extend(modify.newuser.map(|name| ("newuser", name.to_owned())));
    form.extend(modify.domain.map(|name| ("DNS", name.to_owned())));
    form.extend(modify.owner.map(|name| ("owner", name.to_owned())));
    form.extend(modify.quota.map(|number| ("QUOTA", number.to_string())));
    form.extend(modify.addons.map(|number| ("MAXADDON", number.to_string())));
    form.extend(modify.shell.map(|on| ("HASSHELL", flag(on))));
    form
}

fn of_package(name: &str, settings: &Settings) -> Vec<(&'static str, String)> {
    let mut form = vec![("name", name.to_owned())];
    form.extend(settings.quota.map(|number| ("quota", number.to_string())));
    form.extend(settings.bandwidth.map(|number| ("bwlimit", number.to_string())));
    form.extend(settings.addons.map(|number| ("maxaddon", number.to_string())));
    form.extend(settings.shell.map(|on| ("hasshell", flag(on))));
    for things in ["maxftp", "maxlst", "maxpop", "maxsql", "maxsub"] {
        form.extend(settings.things.map(|number| (things, number.to_string())));
    }
    form
}
