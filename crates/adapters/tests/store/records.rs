//! Each record type, written and read back.

use std::collections::BTreeSet;

use api::{
    Result,
    records::{
        AccountCount, AccountRecord, AclList, AclListAcl, AuditRecord, Autoresponder, Bandwidth,
        Cell, Conversion, ConversionStep, DatabaseGrant, DatabaseHost, DatabaseRecord,
        DatabaseUser, DomainAbove, DomainRecord, Failure, FeatureListFeature, FeatureListRecord,
        FeatureOverride, Forwarder, HostRecord, JournalEntry, ListAdmin, Login, MailDomainRecord,
        MailFilter, MailboxRecord, MailingList, PackageExtension, PackageRecord, PasswordHistory,
        Personal, PublicContact, Record, Redirect, ResellerAcl, ResellerAddress, ResellerAddresses,
        ResellerLimits, ResellerNameserver, ResellerPackage, ResellerRecord, Row,
        SessionDatabaseUser, SessionRecord, Setting, SettlingEntry, ShowcaseItem, SpamPreference,
        Store, TlsAuthority, TlsCertificate, TlsCheck, TlsExclusion, TlsHost, TlsKey, TlsName,
        TlsPreference, TlsProblem, TlsRequest, TokenAcl, TokenRecord, TokenSource, TrackedId,
        WorkerRecord, ZoneEnd, ZoneKey, ZoneLine, ZoneRecord, ZoneSigning,
    },
};

/// A made-up row, to read records of any type from.
struct Sample {
    texts: Vec<String>,
    nulls: bool,
}

impl Sample {
    fn of<T: Record>(number: usize, nulls: bool) -> Self {
        let text = |column: &&str| sample_text(T::TABLE, column, number);
        Self { texts: T::COLUMNS.iter().map(text).collect(), nulls }
    }
}

impl Row for Sample {
    fn int(&self, place: usize) -> Result<Option<i64>> {
        // The numbers of rows with different texts differ too.
        let number = 1000 + 100 * self.texts[place].len() + place;
        Ok((!self.nulls).then(|| i64::try_from(number).unwrap()))
    }
    fn text(&self, place: usize) -> Result<Option<&str>> {
        Ok(Some(&self.texts[place]))
    }
    fn is_null(&self, _: usize) -> Result<bool> {
        Ok(self.nulls)
    }
}

fn sample_text(table: &str, column: &str, number: usize) -> String {
    let letters = "x".repeat(number + 1);
    match (table, column) {
        ("domains", "kind") => "sub".to_owned(),
        ("logins", "kind") => "reseller".to_owned(),
        ("tokens", "kind") => "whm".to_owned(),
        ("zone_keys", "kind") => "CSK".to_owned(),
        ("mail_domains", "routing") => "local".to_owned(),
        ("mail_domains", "signing") => "off".to_owned(),
        ("mailboxes", "outgoing") => "held".to_owned(),
        ("list_admins", "list" | "admin") | (_, "address" | "mailbox") => {
            format!("{letters}@example.com")
        }
        (_, "formerly" | "forwards_to") if table == "mail_domains" => {
            format!("{letters}.example.com")
        }
        ("sessions", "service") => "cpaneld".to_owned(),
        ("sessions" | "journal", "state") => "open".to_owned(),
        ("conversions" | "conversion_steps", "state") => "running".to_owned(),
        ("redirects", "kind") => "temporary".to_owned(),
        ("redirects", "www") => "only".to_owned(),
        ("domains" | "zones", "name")
        | (_, "above" | "domain" | "parent" | "zone" | "nameserver") => {
            format!("{letters}.example.com")
        }
        (_, "email" | "email2") => format!("{letters}@example.com"),
        (_, "engine") => "mysql".to_owned(),
        (_, "privileges") => "SELECT,UPDATE".to_owned(),
        (_, "acl") => "list-accts".to_owned(),
        _ => letters,
    }
}

fn there_and_back<T: Record>(store: &dyn Store) -> &'static str {
    let samples = [Sample::of::<T>(0, false), Sample::of::<T>(1, true)];
    let records = samples.map(|sample| T::read(&sample).unwrap());
    let tx = store.write().unwrap();
    tx.insert(&records[0]).unwrap();
    tx.put(&records[1]).unwrap();
    tx.put(&records[1]).unwrap();
    tx.commit().unwrap();
    let tx = store.read().unwrap();
    for record in &records {
        let found = tx.find::<T>(&record.key_cells()).unwrap().unwrap();
        assert_eq!(found.cells(), record.cells(), "{}", T::TABLE);
        let cells = record.cells().into_iter().map(Cell::into_owned);
        assert_eq!(cells.len(), T::COLUMNS.len());
    }
    assert_eq!(tx.count::<T>(&[]).unwrap(), 2);
    T::TABLE
}

macro_rules! each_type {
    ($store:expr, $($ty:ty),* $(,)?) => { [$(there_and_back::<$ty>($store)),*] };
}

/// Every table of the schema has a record type, and each keeps what it is given.
pub(crate) fn every_type_comes_back(store: &dyn Store) {
    // Parents stand before what refers to them.
    let tables = each_type!(
        store,
        AccountRecord,
        AccountCount,
        DomainAbove,
        DomainRecord,
        Bandwidth,
        FeatureOverride,
        TrackedId,
        PackageRecord,
        PackageExtension,
        FeatureListRecord,
        FeatureListFeature,
        ResellerRecord,
        ResellerAcl,
        ResellerLimits,
        ResellerPackage,
        ResellerAddresses,
        ResellerAddress,
        ResellerNameserver,
        AclList,
        AclListAcl,
        PublicContact,
        Login,
        PasswordHistory,
        TokenRecord,
        TokenAcl,
        TokenSource,
        SessionRecord,
        Failure,
        ZoneRecord,
        ZoneLine,
        ZoneEnd,
        ZoneSigning,
        ZoneKey,
        JournalEntry,
        SettlingEntry,
        AuditRecord,
        Setting,
        Personal,
        ShowcaseItem,
        TlsKey,
        TlsCertificate,
        TlsRequest,
        TlsName,
        TlsHost,
        TlsExclusion,
        TlsPreference,
        SessionDatabaseUser,
        TlsAuthority,
        TlsCheck,
        TlsProblem,
        MailDomainRecord,
        MailboxRecord,
        Forwarder,
        Autoresponder,
        MailFilter,
        MailingList,
        ListAdmin,
        SpamPreference,
        Redirect,
        Conversion,
        ConversionStep,
        DatabaseRecord,
        DatabaseUser,
        DatabaseGrant,
        DatabaseHost,
        HostRecord,
        WorkerRecord,
    );
    assert_eq!(BTreeSet::from(tables), made());
}

/// The tables that the migrations make.
fn made() -> BTreeSet<&'static str> {
    let schema = concat!(
        include_str!("../../migrations/V1__initial.sql"),
        include_str!("../../migrations/V2__zone_signing.sql"),
        include_str!("../../migrations/V4__domains.sql"),
        include_str!("../../migrations/V5__mail.sql"),
        include_str!("../../migrations/V6__databases.sql"),
        include_str!("../../migrations/V7__tls.sql"),
        include_str!("../../migrations/V13__certificates_and_sessions.sql"),
        include_str!("../../migrations/V15__hosts.sql"),
        include_str!("../../migrations/V18__zone_ends.sql"),
        include_str!("../../migrations/V19__settling.sql"),
    );
    let made = schema.lines().filter_map(|line| line.strip_prefix("CREATE TABLE \""));
    made.map(|rest| rest.trim_end_matches("\" (")).collect()
}
