//! The account that the parameters of a creation ask for.

use std::net::Ipv4Addr;

use api::{
    Account, Acl, Cx, DomainName, Error, Flag, Kind, PackageName, Result, UserName,
    records::{AccountRecord, PackageRecord, Tx, ZoneRecord, is},
};

use super::Params;
use crate::domain::{
    accounts::{
        absent, creation, ids,
        limits::{self, Counts, Wish},
        names, rights,
        rights::require,
        shell,
    },
    addresses as pool,
    change::Change,
    features,
    fleet::placement,
    ownership, packages,
    resellers::{
        self, addresses,
        limits::{self as reseller_limits, Named},
        nameservers,
    },
    zones,
};

/// What is to be written.
pub(super) struct New {
    pub(super) account: Account,
    pub(super) nameservers: Vec<DomainName>,
    package: PackageRecord,
    saves_package: bool,
    replaces_zone: bool,
}

/// The new account, where all that is asked for is allowed and free.
pub(super) fn find(cx: &Cx<'_>, tx: &dyn Tx, params: &Params) -> Result<New> {
    check_rights(cx, params)?;
    names::check_user(tx, "username", &params.username)?;
    let domain = domain(cx, tx, params)?;
    let replaces_zone = check_zone(tx, params, &domain)?;
    let plan = params.plan.clone().unwrap_or_else(PackageName::default_package);
    let mut package = rights::package(cx, tx, "plan", &plan)?;
    let owner = owner(cx, tx, params)?;
    let mut record = creation::draft(cx, &params.username, domain, owner, &package);
    record.temporary_domain = Flag(params.domain.is_none());
    set_settings(cx, tx, params, &mut record)?;
    limits::set(cx, &wishes(params), &mut record)?;
    set_address(cx, tx, params, &package, &mut record)?;
    set_ids(cx, tx, params, &mut record)?;
    if params.savepkg.0 {
        package = saved_package(cx, tx, params, &package, &record)?;
        rights::check_open(cx, tx, "savepkg", &package)?;
        record.package = package.name.clone();
    }
    reseller_limits::check(cx, tx, None, &record, named(params))?;
    let nameservers = nameservers::of(cx.host, tx, &record.owner)?;
    let account = cx.new_account(record)?;
    Ok(New { account, nameservers, package, saves_package: params.savepkg.0, replaces_zone })
}

/// The parameters that errors name: what is not given comes from the package.
fn named(params: &Params) -> Named {
    let either = |given: bool, param| if given { param } else { "plan" };
    Named {
        account: "username",
        package: "plan",
        disk: either(params.quota.is_some(), "quota"),
        bandwidth: either(params.bwlimit.is_some(), "bwlimit"),
    }
}

/// Writes it.
pub(super) fn write(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    params: &Params,
    new: &New,
    hash: String,
) -> Result<()> {
    if new.replaces_zone {
        zones::remove(change, &new.account.record().domain)?;
    }
    if new.saves_package {
        change.insert(&new.package)?;
    }
    creation::write(cx, change, &new.account, hash, new.package.digest_auth)?;
    if params.reseller.0 {
        resellers::set_up(change, &params.username)?;
    }
    Ok(())
}

/// Whether the caller may give what they gave at all.
fn check_rights(cx: &Cx<'_>, params: &Params) -> Result<()> {
    let foreign = params.owner.as_ref().is_some_and(|owner| *owner != cx.caller.user);
    for (given, param) in [
        (params.uid.is_some(), "uid"),
        (params.gid.is_some(), "gid"),
        (params.homedir.is_some(), "homedir"),
        (params.reseller.0, "reseller"),
        (params.forcedns.0, "forcedns"),
        (foreign, "owner"),
        (params.ownerself.0 && params.owner.is_none(), "ownerself"),
    ] {
        if given {
            require(cx, Acl::All, param, "this")?;
        }
    }
    if params.hasshell == Some(Flag(true)) {
        require(cx, Acl::AllowShell, "hasshell", "a login shell")?;
    }
    if params.plan.is_none() {
        require(cx, Acl::EditAccount, "plan", "an account without a package")?;
    }
    if let Some(wish) = wishes(params).iter().find(|wish| wish.limit.is_some()) {
        require(cx, Acl::EditAccount, wish.param, "a limit beside the package's")?;
    }
    if params.quota.is_some_and(|quota| quota.0.is_some_and(|number| number > limits::MOST)) {
        let most = limits::MOST;
        return Err(Error::param("quota", format!("must be a number from 0 to {most}.")));
    }
    if params.savepkg.0 {
        require(cx, Acl::AddPkg, "savepkg", "a new package")?;
    }
    if params.useregns.0 && !params.hasuseregns.0 {
        return Err(Error::param("useregns", "needs hasuseregns=1."));
    }
    Ok(())
}

fn domain(cx: &Cx<'_>, tx: &dyn Tx, params: &Params) -> Result<DomainName> {
    let domain = match &params.domain {
        Some(domain) => domain.clone(),
        None => {
            let host: DomainName = cx.host.system.hostname()?.parse().map_err(|_| {
                Error::param("domain", "is required, as this server has no full name.")
            })?;
            host.child(&params.username.as_str().replace('_', "-"))
                .map_err(|problem| Error::param("domain", problem))?
        }
    };
    names::check_domain(cx, tx, "domain", &domain)?;
    Ok(domain)
}

/// Whether a zone without an account is there and is to be replaced.
fn check_zone(tx: &dyn Tx, params: &Params, domain: &DomainName) -> Result<bool> {
    let Some(zone) = tx.find::<ZoneRecord>(&[domain.into()])? else { return Ok(false) };
    if zone.account.is_none() && params.forcedns.0 {
        return Ok(true);
    }
    Err(Error::new(
        Kind::Exists,
        format!(
            "domain: the server already has a zone “{domain}”; root may replace it with forcedns=1."
        ),
    ))
}

fn owner(cx: &Cx<'_>, tx: &dyn Tx, params: &Params) -> Result<UserName> {
    let Some(owner) = &params.owner else {
        let itself = params.ownerself.0;
        return Ok(if itself { &params.username } else { &cx.caller.user }.clone());
    };
    names::check_owner(tx, owner, &params.username)?;
    Ok(owner.clone())
}

fn set_settings(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    params: &Params,
    record: &mut AccountRecord,
) -> Result<()> {
    record.email = params.contactemail.clone();
    record.dkim = params.dkim;
    record.spf = params.spf;
    record.dmarc = params.dmarc;
    record.spam_filter = params.spamassassin;
    record.spam_box = Flag(params.spambox.0 && params.spamassassin.0);
    params.mailbox_format.as_str().clone_into(&mut record.mailbox_format);
    params.mxcheck.as_str().clone_into(&mut record.mx_check);
    record.cgi = params.cgi.unwrap_or(record.cgi);
    if let Some(has) = params.hasshell {
        shell(has.0).clone_into(&mut record.shell);
    }
    for (param, given, place) in [
        ("cpmod", &params.cpmod, &mut record.theme),
        ("language", &params.language, &mut record.locale),
    ] {
        if let Some(word) = given.as_ref().filter(|word| !word.is_empty()) {
            names::check_word(param, word)?;
            place.clone_from(word);
        }
    }
    if let Some(list) = &params.featurelist {
        record.feature_list = features::lists::for_package(tx, cx.caller, list)?;
    }
    if let Some(home) = &params.homedir {
        names::check_home("homedir", home, &params.username)?;
        record.home.clone_from(home);
    }
    absent::check(&params.account_enhancements, params.mail_node_alias.as_deref())
}

fn wishes(params: &Params) -> Vec<Wish> {
    use Counts::{Addons, Aliases, Disk, Mail, Team, Things, ThingsOrAll, Traffic};
    vec![
        Wish::new("quota", params.quota, Disk, |record| &mut record.quota),
        Wish::new("bwlimit", params.bwlimit, Traffic, |record| &mut record.bandwidth),
        Wish::new("maxftp", params.maxftp, ThingsOrAll, |record| &mut record.max_ftp),
        Wish::new("maxlst", params.maxlst, ThingsOrAll, |record| &mut record.max_lists),
        Wish::new("maxpop", params.maxpop, ThingsOrAll, |record| &mut record.max_mailboxes),
        Wish::new("maxsql", params.maxsql, ThingsOrAll, |record| &mut record.max_databases),
        Wish::new("maxsub", params.maxsub, Things, |record| &mut record.max_subdomains),
        Wish::new("maxpark", params.maxpark, Aliases, |record| &mut record.max_parked),
        Wish::new("maxaddon", params.maxaddon, Addons, |record| &mut record.max_addons),
        Wish::new("max_team_users", params.max_team_users, Team, |record| {
            &mut record.max_team_users
        }),
        Wish::new("max_email_per_hour", params.max_email_per_hour, Mail, |record| {
            &mut record.max_email_per_hour
        }),
        Wish::new("max_defer_fail_percentage", params.max_defer_fail_percentage, Mail, |record| {
            &mut record.max_defer_fail
        }),
        Wish::new("max_emailacct_quota", params.max_emailacct_quota, Mail, |record| {
            &mut record.max_mailbox_quota
        }),
    ]
}

/// An address of its own is the one named, or one of the owner's or of the pool that is free:
/// nobody else may have it.
fn set_address(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    params: &Params,
    package: &PackageRecord,
    record: &mut AccountRecord,
) -> Result<()> {
    record.dedicated_ip = params.ip.map_or(package.dedicated_ip, |ip| Flag(ip.0));
    if params.ip.is_some_and(|ip| ip.0) {
        require(cx, Acl::AddPkgIp, "ip", "an address of its own")?;
    }
    record.ip = addresses::shared(cx.host, tx, &record.owner)?;
    placement::place(cx.host, tx, record)?;
    if params.customip.as_ref().is_some_and(|text| !text.is_empty()) {
        placement::refuse_own_address(record, "customip")?;
    } else if record.dedicated_ip.0 {
        placement::refuse_own_address(record, if params.ip.is_some() { "ip" } else { "plan" })?;
    }
    let address = match params.customip.as_ref().filter(|text| !text.is_empty()) {
        Some(text) => named_address(cx, tx, text, &record.owner)?,
        None if !record.dedicated_ip.0 => return Ok(()),
        None => pool::free(cx.host, tx, &record.owner)?.ok_or_else(|| none_free(params))?,
    };
    let other: Option<AccountRecord> = tx.first(vec![is("ip", address.as_str())])?;
    let held = other.is_some_and(|other| record.dedicated_ip.0 || other.dedicated_ip.0);
    let shared = address == cx.host.settings.shared_ip || addresses::is_shared(tx, &address)?;
    if held || (record.dedicated_ip.0 && shared) {
        return Err(Error::param("customip", format!("{address} is in use.")));
    }
    record.ip = address;
    Ok(())
}

fn named_address(cx: &Cx<'_>, tx: &dyn Tx, text: &str, owner: &UserName) -> Result<String> {
    let address: Ipv4Addr =
        text.parse().map_err(|_| Error::param("customip", "must be an IPv4 address."))?;
    let text = address.to_string();
    if !addresses::usable(cx.host, tx, owner)?.contains(&text) {
        require(cx, Acl::All, "customip", "an address that is not the owner's")?;
    }
    pool::check(cx.host, tx, "customip", address)?;
    Ok(text)
}

/// The error names what asked for the address: the parameter, or else the package.
fn none_free(params: &Params) -> Error {
    let (param, asks) = match params.ip {
        Some(_) => ("ip", "an address of its own"),
        None => ("plan", "the package gives an address of its own, which"),
    };
    let must = "needs a free address, and there is none: addips adds some.";
    Error::param(param, format!("{asks} {must}"))
}

fn set_ids(cx: &Cx<'_>, tx: &dyn Tx, params: &Params, record: &mut AccountRecord) -> Result<()> {
    for (kind, given) in [("uid", params.uid), ("gid", params.gid)] {
        if let Some(number) = given {
            ids::check_free(&cx.host.settings, tx, kind, number)?;
        }
    }
    let next = if params.uid.is_some() && params.gid.is_some() {
        0
    } else {
        ids::next(&cx.host.settings, tx)?
    };
    record.uid = params.uid.unwrap_or(next);
    record.gid = params.gid.unwrap_or(next);
    Ok(())
}

fn saved_package(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    params: &Params,
    plan: &PackageRecord,
    record: &AccountRecord,
) -> Result<PackageRecord> {
    let given = params.pkgname.as_ref().map_or(params.username.as_str(), PackageName::as_str);
    let name = given.parse().and_then(|name| ownership::own_name(cx.caller, &name));
    let name = name.map_err(|problem| Error::param("pkgname", problem))?;
    if packages::find(tx, &name).is_ok() {
        return Err(Error::new(Kind::Exists, format!("pkgname: there is a package “{name}”.")));
    }
    let owner = ownership::of_new(tx, cx.caller, &name)?;
    Ok(packages::of_account(name, owner, plan, record))
}
