//! All rows of the store as lines, so that two states can be compared.

use std::{collections::BTreeSet, fmt::Debug};

use api::records::{
    AccountCount, AccountRecord, AclList, AclListAcl, Bandwidth, Conversion, ConversionStep,
    DatabaseGrant, DatabaseHost, DatabaseRecord, DatabaseUser, DomainAbove, DomainRecord, Failure,
    FeatureListFeature, FeatureListRecord, FeatureOverride, JournalEntry, Login, PackageExtension,
    PackageRecord, PasswordHistory, Personal, PublicContact, Record, Redirect, ResellerAcl,
    ResellerAddress, ResellerAddresses, ResellerLimits, ResellerNameserver, ResellerPackage,
    ResellerRecord, ReverseName, SessionDatabaseUser, SessionRecord, Setting, ShowcaseItem, Store,
    TlsAuthority, TlsCertificate, TlsCheck, TlsExclusion, TlsHost, TlsKey, TlsName, TlsPreference,
    TlsProblem, TlsRequest, TokenAcl, TokenRecord, TokenSource, TrackedId, Tx, ZoneLine,
    ZoneRecord,
};

/// Every row of every table that functions write.
pub(crate) fn rows(store: &dyn Store) -> BTreeSet<String> {
    let tx = store.read().unwrap();
    let mut lines = BTreeSet::new();
    macro_rules! tables {
        ($($record:ty)*) => { $(add::<$record>(&*tx, &mut lines);)* };
    }
    tables! {
        AccountCount AccountRecord AclList AclListAcl Bandwidth Conversion ConversionStep DatabaseGrant DatabaseHost
        DatabaseRecord DatabaseUser DomainAbove DomainRecord Failure
        FeatureListFeature
        FeatureListRecord FeatureOverride JournalEntry Login PackageExtension PackageRecord
        PasswordHistory Personal PublicContact Redirect ResellerAcl ResellerAddress ResellerAddresses
        ResellerLimits ResellerNameserver ResellerPackage ResellerRecord ReverseName SessionDatabaseUser SessionRecord Setting
        ShowcaseItem
        TlsAuthority TlsCertificate TlsCheck TlsExclusion TlsHost TlsKey TlsName TlsPreference TlsProblem TlsRequest
        TokenAcl TokenRecord TokenSource TrackedId ZoneLine ZoneRecord
    }
    lines
}

fn add<T: Record + Debug>(tx: &dyn Tx, lines: &mut BTreeSet<String>) {
    let rows: Vec<T> = tx.matching(Vec::new()).unwrap();
    lines.extend(rows.iter().map(|row| format!("{}: {row:?}", T::TABLE)));
}
