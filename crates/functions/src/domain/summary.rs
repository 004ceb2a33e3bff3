//! What lists say of an account. One [`Summary`] is filled again for each row of a list, so that a
//! row costs no allocation and no check of what the store has checked.

use api::{
    Flag, Limit, Output, Result, UnixTime,
    records::{Column, Row},
};

use super::wire::{Megabytes, ShortDate};

/// The fewest failed mails an hour before the limit on their share counts.
const FEWEST_FAILURES: Limit = Limit::of(5);

/// An account in a list.
#[derive(Debug, Clone, Output)]
pub struct Summary {
    /// Whether it is in backups.
    pub backup: Flag,
    /// The servers that do a part of its work.
    pub child_nodes: Vec<ChildNode>,
    /// Its disk space: MiB with an `M` behind, or `unlimited`.
    pub disklimit: Megabytes,
    /// The disk space in use when last measured: MiB with an `M` behind.
    pub diskused: Megabytes,
    /// Its main domain.
    pub domain: String,
    /// Its contact address; empty where there is none.
    pub email: String,
    /// How many files it may have.
    pub inodeslimit: Limit,
    /// How many files it had when last measured.
    pub inodesused: u64,
    /// The IPv4 address of its sites.
    pub ip: String,
    /// The IPv6 addresses of its sites.
    pub ipv6: Vec<String>,
    /// Whether only root may unsuspend it.
    pub is_locked: Flag,
    /// Whether its domain is a made-up one for the time being.
    pub is_temporary_domain: Flag,
    /// Whether it is in backups of the former form.
    pub legacy_backup: Flag,
    /// The form of its mailboxes.
    pub mailbox_format: String,
    /// The share of its mail that may fail, in percent.
    pub max_defer_fail_percentage: Limit,
    /// How many mails it may send an hour.
    pub max_email_per_hour: Limit,
    /// The largest mailbox in MiB.
    pub max_emailacct_quota: Limit,
    /// How many addon domains it may have.
    pub maxaddons: Limit,
    /// How many FTP accounts it may have.
    pub maxftp: Limit,
    /// How many mailing lists it may have.
    pub maxlst: Limit,
    /// How many aliases it may have.
    pub maxparked: Limit,
    /// How many mailboxes it may have.
    pub maxpop: Limit,
    /// How many databases of each kind it may have.
    pub maxsql: Limit,
    /// How many subdomains it may have.
    pub maxsub: Limit,
    /// How many mails an hour must fail before their share counts.
    pub min_defer_fail_to_trigger_protection: Limit,
    /// Whether its mail waits before it leaves.
    pub outgoing_mail_hold: Flag,
    /// Whether its mail may not leave.
    pub outgoing_mail_suspended: Flag,
    /// Root or the reseller that owns it.
    pub owner: String,
    /// The disk that its home is on.
    pub partition: String,
    /// Its package.
    pub plan: String,
    /// Its login shell.
    pub shell: String,
    /// When it was made, as `26 Nov 23 07:51` in UTC.
    pub startdate: ShortDate,
    /// Whether it is suspended.
    pub suspended: Flag,
    /// Why it is suspended; empty where nobody said; `not suspended` where it is not.
    pub suspendreason: String,
    /// When it was suspended; null where it is not.
    pub suspendtime: Option<UnixTime>,
    /// Always 0.
    pub temporary: Flag,
    /// The theme of its pages.
    pub theme: String,
    /// Its user id on the host.
    pub uid: u32,
    /// When it was made.
    pub unix_startdate: UnixTime,
    /// Its name.
    pub user: String,
    /// What only the list of accounts says.
    #[param(absent)]
    pub has_backup: Option<Flag>,
    /// The one feature that the account is sold for; empty where it is a whole one.
    #[param(absent)]
    pub standalone_feature: Option<String>,
    /// The name of that feature; empty where there is none.
    #[param(absent)]
    pub standalone_feature_name: Option<String>,
}

/// A server that does a part of an account's work.
#[derive(Debug, Clone, Output)]
pub struct ChildNode {
    /// The server's name.
    pub alias: String,
    /// What it does: `Mail`.
    pub workload: String,
}

impl Summary {
    /// The columns that [`Self::refill`] reads, in its order.
    pub const COLUMNS: &'static [&'static str] = &[
        "name",
        "domain",
        "owner",
        "package",
        "email",
        "uid",
        "shell",
        "ip",
        "theme",
        "mailbox_format",
        "created",
        "suspended",
        "suspend_reason",
        "suspended_at",
        "locked",
        "mail_suspended",
        "mail_held",
        "backup",
        "legacy_backup",
        "temporary_domain",
        "quota",
        "max_ftp",
        "max_lists",
        "max_mailboxes",
        "max_databases",
        "max_subdomains",
        "max_parked",
        "max_addons",
        "max_email_per_hour",
        "max_defer_fail",
        "max_mailbox_quota",
        "max_inodes",
        "disk_used",
        "inodes_used",
    ];

    /// A summary of nothing yet. `home_base` is the folder of homes, from which the disk's name is.
    pub fn blank(home_base: &str) -> Self {
        let disk = home_base.trim_start_matches('/').split('/').next().unwrap_or_default();
        Self {
            backup: Flag(false),
            child_nodes: Vec::new(),
            disklimit: Megabytes(None),
            diskused: Megabytes(Some(0)),
            domain: String::new(),
            email: String::new(),
            inodeslimit: Limit::UNLIMITED,
            inodesused: 0,
            ip: String::new(),
            ipv6: Vec::new(),
            is_locked: Flag(false),
            is_temporary_domain: Flag(false),
            legacy_backup: Flag(false),
            mailbox_format: String::new(),
            max_defer_fail_percentage: Limit::UNLIMITED,
            max_email_per_hour: Limit::UNLIMITED,
            max_emailacct_quota: Limit::UNLIMITED,
            maxaddons: Limit::UNLIMITED,
            maxftp: Limit::UNLIMITED,
            maxlst: Limit::UNLIMITED,
            maxparked: Limit::UNLIMITED,
            maxpop: Limit::UNLIMITED,
            maxsql: Limit::UNLIMITED,
            maxsub: Limit::UNLIMITED,
            min_defer_fail_to_trigger_protection: FEWEST_FAILURES,
            outgoing_mail_hold: Flag(false),
            outgoing_mail_suspended: Flag(false),
            owner: String::new(),
            partition: disk.to_owned(),
            plan: String::new(),
            shell: String::new(),
            startdate: ShortDate::default(),
            suspended: Flag(false),
            suspendreason: String::new(),
            suspendtime: None,
            temporary: Flag(false),
            theme: String::new(),
            uid: 0,
            unix_startdate: UnixTime(0),
            user: String::new(),
            has_backup: None,
            standalone_feature: None,
            standalone_feature_name: None,
        }
    }

    /// Takes over a row of [`Self::COLUMNS`].
    pub fn refill(&mut self, row: &dyn Row) -> Result<()> {
        let mut cells = Cells { row, place: 0 };
        cells.text(&mut self.user)?;
        cells.text(&mut self.domain)?;
        cells.text(&mut self.owner)?;
        cells.text(&mut self.plan)?;
        cells.text(&mut self.email)?;
        self.uid = cells.next()?;
        cells.text(&mut self.shell)?;
        cells.text(&mut self.ip)?;
        cells.text(&mut self.theme)?;
        cells.text(&mut self.mailbox_format)?;
        self.unix_startdate = cells.next()?;
        self.startdate = ShortDate(self.unix_startdate);
        self.suspended = cells.next()?;
        cells.text(&mut self.suspendreason)?;
        self.suspendtime = cells.next::<Option<UnixTime>>()?.filter(|_| self.suspended.0);
        if !self.suspended.0 {
            "not suspended".clone_into(&mut self.suspendreason);
        }
        self.is_locked = cells.next()?;
        self.outgoing_mail_suspended = cells.next()?;
        self.outgoing_mail_hold = cells.next()?;
        self.backup = cells.next()?;
        self.legacy_backup = cells.next()?;
        self.is_temporary_domain = cells.next()?;
        self.refill_amounts(&mut cells)
    }

    fn refill_amounts(&mut self, cells: &mut Cells<'_>) -> Result<()> {
        self.disklimit = Megabytes(cells.next::<Limit>()?.0.map(u64::from));
        self.maxftp = cells.next()?;
        self.maxlst = cells.next()?;
        self.maxpop = cells.next()?;
        self.maxsql = cells.next()?;
        self.maxsub = cells.next()?;
        self.maxparked = cells.next()?;
        self.maxaddons = cells.next()?;
        self.max_email_per_hour = cells.next()?;
        self.max_defer_fail_percentage = cells.next()?;
        self.max_emailacct_quota = cells.next()?;
        self.inodeslimit = cells.next()?;
        self.diskused = Megabytes::of_kib(cells.next()?);
        self.inodesused = cells.next()?;
        Ok(())
    }
}

/// The cells of a row, one after the other.
struct Cells<'a> {
    row: &'a dyn Row,
    place: usize,
}

impl Cells<'_> {
    fn next<T: Column>(&mut self) -> Result<T> {
        let value = T::read(self.row, self.place);
        self.place += 1;
        value
    }

    fn text(&mut self, text: &mut String) -> Result<()> {
        self.row.text(self.place)?.unwrap_or_default().clone_into(text);
        self.place += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::Json;

    use super::*;

    #[test]
    fn a_row_is_the_same_text_however_it_is_written() {
        let mut row = Summary::blank("/home");
        "say \"hi\"".clone_into(&mut row.suspendreason);
        row.ipv6.push("2001:db8::1".to_owned());
        row.child_nodes.push(ChildNode { alias: "a".to_owned(), workload: "Mail".to_owned() });
        row.maxpop = Limit::of(7);
        row.has_backup = Some(Flag(true));
        for pretty in [false, true] {
            let mut any = Json::with_capacity(0, pretty);
            Output::put(&row, &mut any);
            let mut known = Json::with_capacity(0, pretty);
            row.put_json(&mut known);
            assert_eq!(any.bytes(), known.bytes());
            assert!(serde_json::from_slice::<api::Value>(known.bytes()).is_ok());
        }
    }
}
