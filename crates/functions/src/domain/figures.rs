//! What one account has of each thing that packages limit, and how much of it may be.

use api::{
    Account, Cx, DatabaseName, Engine, Error, Limit, Output, Result, Sink, Type,
    records::{
        Autoresponder, Bandwidth, DatabaseRecord, DomainKind, Forwarder, FtpLogin, MailFilter,
        MailboxRecord, MailingList, Record, Tx, is,
    },
};

use super::domains::Domains;

/// The bytes of a KiB.
pub const KIB: u64 = 1024;

/// The bytes of a MiB.
pub const MIB: u64 = 1024 * KIB;

/// What a home holds and may hold; space in KiB.
#[derive(Debug, Clone, Copy)]
pub struct Space {
    /// How much it may hold; none for no limit.
    pub limit: Option<u64>,
    /// How much it holds.
    pub used: u64,
    /// How many files and folders it may hold; none for no limit.
    pub inode_limit: Option<u64>,
    /// How many it holds.
    pub inodes: u64,
}

impl Space {
    /// That of the caller's own home, measured now.
    pub fn of(cx: &Cx<'_>) -> Result<Self> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        Self::of_account(cx, &account)
    }

    fn of_account(cx: &Cx<'_>, account: &Account) -> Result<Self> {
        let usage = cx.host.os_users.usage(account)?;
        let record = account.record();
        Ok(Self {
            limit: most(record.quota).map(|megabytes| megabytes * KIB),
            used: usage.disk,
            inode_limit: most(record.max_inodes),
            inodes: usage.inodes,
        })
    }
}

/// KiB, written as MiB with two digits after the point.
#[derive(Debug, Clone, Copy)]
pub struct Megabytes(pub u64);

impl Output for Megabytes {
    const TYPE: Type = Type::Number;

    fn put(&self, sink: &mut dyn Sink) {
        let hundredths = (self.0 * 100).div_ceil(KIB);
        match (hundredths % 100, i64::try_from(hundredths / 100)) {
            (0, Ok(whole)) => sink.int(whole),
            _ => sink.number(decimal(hundredths).parse().unwrap_or_default()),
        }
    }
}

/// Hundredths as a decimal number.
pub fn decimal(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// A thing that an account has so and so much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Disk space, in bytes.
    Disk,
    /// Files and folders.
    Files,
    /// What its sites served in this month, in bytes.
    Traffic,
    /// Further sites.
    AddonDomains,
    /// Subdomains that are no other domain's site.
    Subdomains,
    /// Other names of sites.
    Aliases,
    /// Databases of an engine.
    Databases(Engine),
    /// What they take, in bytes.
    DatabaseSpace(Engine),
    /// Mailboxes.
    Mailboxes,
    /// Addresses whose mail goes elsewhere too.
    Forwarders,
    /// Addresses that answer by themselves.
    Autoresponders,
    /// Filters of mail.
    Filters,
    /// Mailing lists.
    MailingLists,
    /// Logins for FTP besides the account's own.
    FtpLogins,
}

/// How much there is, and how much may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// How much there is.
    pub used: u64,
    /// How much may be; none for no limit.
    pub limit: Option<u64>,
}

/// What the caller's own account has.
pub struct Figures<'a> {
    cx: &'a Cx<'a>,
    account: Account,
    domains: Domains,
}

impl<'a> Figures<'a> {
    /// Of the caller's own account.
    pub fn of(cx: &'a Cx<'a>) -> Result<Self> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domains = Domains::of(&*tx, account.name())?;
        Ok(Self { cx, account, domains })
    }

    /// The account.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// How much it has of a thing.
    pub fn get(&self, figure: Figure) -> Result<Amount> {
        let record = self.account.record();
        let counted = |count: usize, limit: Limit| Amount {
            used: u64::try_from(count).unwrap_or(u64::MAX),
            limit: most(limit),
        };
        let of_kind = |kind| self.domains.of_kind(kind).count();
        match figure {
            Figure::Disk | Figure::Files => {
                let space = Space::of_account(self.cx, &self.account)?;
                Ok(match figure {
                    Figure::Disk => {
                        Amount { used: space.used * KIB, limit: space.limit.map(|kib| kib * KIB) }
                    }
                    _ => Amount { used: space.inodes, limit: space.inode_limit },
                })
            }
            Figure::Traffic => {
                let limit = most(record.bandwidth).map(|megabytes| megabytes * MIB);
                Ok(Amount { used: self.traffic()?, limit })
            }
            Figure::AddonDomains => Ok(counted(of_kind(DomainKind::Addon), record.max_addons)),
            Figure::Aliases => Ok(counted(of_kind(DomainKind::Parked), record.max_parked)),
            Figure::Subdomains => {
                Ok(counted(self.domains.counted_subdomains(), record.max_subdomains))
            }
            Figure::Databases(engine) => {
                let tx = self.cx.host.store.read()?;
                Ok(counted(self.databases(&*tx, engine)?.len(), record.max_databases))
            }
            Figure::DatabaseSpace(engine) => {
                Ok(Amount { used: self.database_space(engine)?, limit: None })
            }
            Figure::Mailboxes => self.count::<MailboxRecord>(record.max_mailboxes),
            Figure::Forwarders => self.count::<Forwarder>(Limit::UNLIMITED),
            Figure::Autoresponders => self.count::<Autoresponder>(Limit::UNLIMITED),
            Figure::Filters => self.count::<MailFilter>(Limit::UNLIMITED),
            Figure::MailingLists => self.count::<MailingList>(record.max_lists),
            Figure::FtpLogins => self.count::<FtpLogin>(record.max_ftp),
        }
    }

    /// How many rows of a table are the account's.
    fn count<T: Record>(&self, limit: Limit) -> Result<Amount> {
        let tx = self.cx.host.store.read()?;
        let used = tx.count::<T>(&[is("account", self.account.name())])?;
        Ok(Amount { used, limit: most(limit) })
    }

    fn databases(&self, tx: &dyn Tx, engine: Engine) -> Result<Vec<DatabaseName>> {
        let filter = vec![is("account", self.account.name()), is("engine", &engine)];
        let rows: Vec<DatabaseRecord> = tx.matching(filter)?;
        Ok(rows.into_iter().map(|row| row.name).collect())
    }

    fn database_space(&self, engine: Engine) -> Result<u64> {
        let names = self.databases(&*self.cx.host.store.read()?, engine)?;
        let sizes = self.cx.host.databases.sizes(engine, &names)?;
        Ok(sizes.values().sum())
    }

    /// What the account's sites served in this month.
    fn traffic(&self) -> Result<u64> {
        let now = jiff::Timestamp::from_second(self.cx.now().0).map_err(Error::internal)?;
        let now = jiff::tz::TimeZone::UTC.to_datetime(now);
        let [year, month] = [now.year().unsigned_abs(), now.month().unsigned_abs().into()];
        let [year, month] = [u32::from(year), u32::from(month)];
        let filter =
            vec![is("account", self.account.name()), is("year", &year), is("month", &month)];
        let rows: Vec<Bandwidth> = self.cx.host.store.read()?.matching(filter)?;
        Ok(rows.iter().map(|row| row.bytes).sum())
    }
}

fn most(limit: Limit) -> Option<u64> {
    limit.0.map(u64::from)
}

#[cfg(test)]
mod tests {
    use api::reply::tree;

    use super::*;

    #[test]
    fn megabytes_have_two_digits_and_none_where_they_are_whole() {
        // A little is not nothing.
        for (kib, written) in [(0, "0"), (1024, "1"), (1536, "1.5"), (1, "0.01")] {
            assert_eq!(tree(&Megabytes(kib)).to_string(), written, "{kib}");
        }
    }
}
