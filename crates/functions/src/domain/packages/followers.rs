//! What a changed package changes of the accounts on it, in one statement however many they are.

use api::{
    Cx, Host, PackageName, Result, UserName,
    records::{AccountRecord, Cell, PackageRecord, Subject, Tx, is},
};

use crate::domain::{accounts, change::Change, mail};

/// Whether any account is on the package.
pub fn any_on(tx: &dyn Tx, package: &PackageName) -> Result<bool> {
    Ok(tx.first::<AccountRecord>(vec![is("package", package)])?.is_some())
}

/// Which parts of the accounts the host must be told of.
#[derive(Debug, Clone, Copy)]
pub struct HostPart {
    quotas: bool,
}

impl HostPart {
    /// Asks the host. To be called before a transaction is open.
    pub fn of(host: &Host) -> Result<Self> {
        Ok(Self { quotas: host.os_users.quotas_enabled()? })
    }

    fn changes(self, before: &PackageRecord, after: &PackageRecord) -> bool {
        before.shell != after.shell || (self.quotas && before.quota != after.quota)
    }
}

/// Gives the accounts on the package its limits. Theme, language, feature list and shell follow only
/// where they changed, so that an account's own choice outlives a change of something else; address
/// and Digest Authentication never follow.
pub fn follow(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    part: HostPart,
    before: &PackageRecord,
    after: &PackageRecord,
) -> Result<()> {
    let filter = [is("package", &after.name)];
    let now = cx.now();
    let mut columns = columns(before, after);
    columns.push(("modified", (&now).into()));
    change.tx().update::<AccountRecord>(&columns, &filter)?;
    if part.changes(before, after) {
        for name in names(change.tx(), &after.name)? {
            change.touch(Subject::User(name));
        }
    }
    if before.max_email_per_hour != after.max_email_per_hour {
        for name in names(change.tx(), &after.name)? {
            mail::domains::touch_all(change, &name)?;
        }
    }
    Ok(())
}

fn columns<'a>(before: &PackageRecord, after: &'a PackageRecord) -> Vec<(&'static str, Cell<'a>)> {
    let mut columns = vec![
        ("quota", (&after.quota).into()),
        ("bandwidth", (&after.bandwidth).into()),
        ("max_ftp", (&after.max_ftp).into()),
        ("max_lists", (&after.max_lists).into()),
        ("max_mailboxes", (&after.max_mailboxes).into()),
        ("max_databases", (&after.max_databases).into()),
        ("max_subdomains", (&after.max_subdomains).into()),
        ("max_parked", (&after.max_parked).into()),
        ("max_addons", (&after.max_addons).into()),
        ("max_passenger", (&after.max_passenger).into()),
        ("max_team_users", (&after.max_team_users).into()),
        ("max_email_per_hour", (&after.max_email_per_hour).into()),
        ("max_defer_fail", (&after.max_defer_fail).into()),
        ("max_mailbox_quota", (&after.max_mailbox_quota).into()),
        ("cgi", (&after.cgi).into()),
        ("extensions", (&after.extensions).into()),
    ];
    if before.theme != after.theme {
        columns.push(("theme", (&after.theme).into()));
    }
    if before.locale != after.locale {
        columns.push(("locale", (&after.locale).into()));
    }
    if before.feature_list != after.feature_list {
        columns.push(("feature_list", (&after.feature_list).into()));
    }
    if before.shell != after.shell {
        columns.push(("shell", accounts::shell(after.shell.0).into()));
    }
    columns
}

fn names(tx: &dyn Tx, package: &PackageName) -> Result<Vec<UserName>> {
    let on_it: Vec<AccountRecord> = tx.matching(vec![is("package", package)])?;
    Ok(on_it.into_iter().map(|account| account.name).collect())
}
