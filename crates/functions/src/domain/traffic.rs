//! What accounts and their domains served in a month.

use std::{collections::BTreeSet, ops::ControlFlow};

use api::{
    DomainName, Flag, Limit, Output, Record, Result, Type, UserName,
    records::{Bandwidth, DomainRecord, ResellerRecord, Select, Tx, Where, is},
};

use super::search::{Search, SearchType};

/// How many accounts are read at a time.
const BATCH: usize = 200;

/// What an account served.
#[derive(Debug, Output)]
pub struct Traffic {
    /// The domains that served something, by name.
    pub bwusage: Vec<DomainTraffic>,
    /// Whether the account is gone.
    pub deleted: Flag,
    /// What it may serve in a month.
    pub limit: Bytes,
    /// Its main domain.
    pub maindomain: String,
    /// Root or the reseller that owns it.
    pub owner: String,
    /// Whether it is a reseller.
    pub reseller: Flag,
    /// What it served.
    pub totalbytes: u64,
    /// Its name.
    pub user: UserName,
}

/// What a domain served.
#[derive(Debug, Output)]
pub struct DomainTraffic {
    /// Whether the domain is gone.
    pub deleted: Flag,
    /// The domain.
    pub domain: DomainName,
    /// The bytes.
    pub usage: u64,
}

/// A number of bytes, or no limit: `unlimited`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bytes(Option<u64>);

impl Output for Bytes {
    const TYPE: Type = Type::Limit;
    fn put(&self, sink: &mut dyn api::Sink) {
        match self.0 {
            Some(number) => number.put(sink),
            None => sink.text("unlimited"),
        }
    }
}

/// The columns of an account that its traffic is told with.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct Served {
    name: UserName,
    domain: String,
    owner: String,
    package: String,
    ip: String,
    bandwidth: Limit,
}

/// What the accounts served in a month of a year, by name: those that the conditions leave and the
/// search finds.
pub fn of_month<'a>(
    tx: &dyn Tx,
    filter: Vec<Where<'a>>,
    search: &'a Search,
    month: (u32, u32),
) -> Result<Vec<Traffic>> {
    let mut traffic = Vec::new();
    for some in accounts(tx, filter, search)?.chunks(BATCH) {
        traffic.extend(batch(tx, some, month)?);
    }
    Ok(traffic)
}

fn accounts<'a>(
    tx: &dyn Tx,
    mut filter: Vec<Where<'a>>,
    search: &'a Search,
) -> Result<Vec<Served>> {
    filter.extend(search.filter());
    let select = Select { filter, order: vec![("name", false)], window: None };
    let mut accounts = Vec::new();
    tx.each(&select, &mut |row: Served| {
        if search.matches(|field| row.text(field)) {
            accounts.push(row);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(accounts)
}

fn batch(tx: &dyn Tx, accounts: &[Served], (year, month): (u32, u32)) -> Result<Vec<Traffic>> {
    let names = |column| Where::In(column, accounts.iter().map(|one| (&one.name).into()).collect());
    let rows: Vec<Bandwidth> = tx.list(&Select {
        filter: vec![names("account"), is("year", &year), is("month", &month)],
        order: vec![("account", false), ("domain", false)],
        window: None,
    })?;
    let resellers: Vec<ResellerRecord> = tx.matching(vec![names("name")])?;
    let resellers: BTreeSet<_> = resellers.into_iter().map(|reseller| reseller.name).collect();
    let domains: Vec<DomainRecord> =
        tx.list(&Select { filter: vec![names("account")], ..Select::default() })?;
    let domains: BTreeSet<_> = domains.into_iter().map(|domain| domain.name).collect();
    let told = accounts.iter().map(|one| one.with(&rows, &domains, resellers.contains(&one.name)));
    Ok(told.collect())
}

impl Served {
    fn with(&self, rows: &[Bandwidth], domains: &BTreeSet<DomainName>, reseller: bool) -> Traffic {
        // The rows are sorted by account.
        let first = rows.partition_point(|row| row.account < self.name);
        let own = rows.iter().skip(first).take_while(|row| row.account == self.name);
        let domain = |row: &Bandwidth| DomainTraffic {
            deleted: Flag(!domains.contains(&row.domain)),
            domain: row.domain.clone(),
            usage: row.bytes,
        };
        let bwusage: Vec<_> = own.map(domain).collect();
        Traffic {
            totalbytes: bwusage.iter().map(|domain| domain.usage).sum(),
            bwusage,
            deleted: Flag(false),
            limit: Bytes(self.bandwidth.0.map(|mib| u64::from(mib) << 20)),
            maindomain: self.domain.clone(),
            owner: self.owner.clone(),
            reseller: Flag(reseller),
            user: self.name.clone(),
        }
    }

    fn text(&self, field: SearchType) -> &str {
        match field {
            SearchType::Domain => &self.domain,
            SearchType::Owner => &self.owner,
            SearchType::User => self.name.as_str(),
            SearchType::Ip => &self.ip,
            SearchType::Package => &self.package,
        }
    }
}
