//! The suite on PostgreSQL, and what is PostgreSQL's own. One test, as one server serves it all.

use adapters::{
    store::{self, archive},
    testing::postgres::Cluster,
};
use api::{
    Kind, Result,
    records::{Select, Setting, Soundness, Store, Tx},
};
use postgres::{Client, NoTls};

use crate::{cases, fleet, records};

macro_rules! on_postgres {
    ($($module:ident::$case:ident),* $(,)?) => {
        const SUITE: &[(&str, fn(&dyn Store))] = &[$((stringify!($case), $module::$case)),*];
    };
}
crate::with_suite!(on_postgres);

#[test]
fn postgresql_passes_the_suite() {
    let mut cluster = Cluster::start().unwrap();
    for (name, case) in SUITE {
        println!("{name}");
        case(&*store::open(&cluster.database().unwrap()).unwrap());
    }
    a_database_keeps_its_rows_and_opens_again(&cluster);
    a_key_that_no_index_can_hold_is_refused(&cluster);
    a_newer_schema_is_refused_untouched(&cluster);
    servers_may_start_at_once(&cluster);
    a_store_moves_between_engines_as_text(&cluster);
    what_is_unsound_is_told(&cluster);
    what_is_not_looked_at_is_said(&cluster);
    fleet::an_entry_is_claimed_once(&cluster);
    fleet::a_claim_waits_for_nobody(&cluster);
    fleet::a_lease_runs_out(&cluster);
    fleet::what_is_given_back_is_due_later(&cluster);
    fleet::a_host_has_one_worker(&cluster);
    fleet::a_call_is_taken_once_and_answered_once(&cluster);
    fleet::what_is_committed_is_heard(&mut cluster);
    a_lost_connection_is_told_and_made_again(&mut cluster);
}

fn add(store: &dyn Store, name: &str) -> Result<()> {
    let tx = store.write()?;
    tx.insert(&Setting { name: name.to_owned(), value: String::new() })?;
    tx.commit()
}

fn count(tx: &dyn Tx) -> Result<usize> {
    Ok(tx.list::<Setting>(&Select::default())?.len())
}

fn a_database_keeps_its_rows_and_opens_again(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    add(&*store::open(&url).unwrap(), "a").unwrap();
    for _ in 0..2 {
        assert_eq!(count(&*store::open(&url).unwrap().read().unwrap()).unwrap(), 1);
    }
}

fn what_is_unsound_is_told(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    let store = store::open(&url).unwrap();
    add(&*store, "a").unwrap();
    assert_eq!(store.soundness().unwrap(), Soundness::default());
    let run = |statements: &str| Client::connect(&url, NoTls).unwrap().batch_execute(statements);
    let found = || store.soundness().unwrap().faults;
    run("SET session_replication_role = replica; INSERT INTO token_acls VALUES ('gone', 'x')")
        .unwrap();
    assert_eq!(found(), ["1 rows of token_acls refer to none of tokens"]);
    run("DELETE FROM token_acls").unwrap();
    let index = |ready: bool, valid: bool| {
        run(&format!(
            "UPDATE pg_index SET indisready = {ready}, indisvalid = {valid} \
             WHERE indexrelid = 'settings_pkey'::regclass"
        ))
        .unwrap();
    };
    index(false, false);
    assert_eq!(found(), ["the index settings_pkey is not whole"]);
    // A row that is in the table and not in its index.
    run("INSERT INTO settings VALUES ('b', '')").unwrap();
    index(true, true);
    let found = found();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("the index settings_pkey: heap tuple"), "{found:?}");
    // The look leaves nothing behind.
    let mut client = Client::connect(&url, NoTls).unwrap();
    let there = client.query("SELECT FROM pg_extension WHERE extname = 'amcheck'", &[]).unwrap();
    assert!(there.is_empty());
}

/// A login that may not add `amcheck` to its database is told so.
fn what_is_not_looked_at_is_said(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    let (_, database) = url.rsplit_once('/').unwrap();
    let mut client = Client::connect(&url, NoTls).unwrap();
    client.batch_execute(&format!("CREATE ROLE plain LOGIN; ALTER DATABASE {database} OWNER TO plain; ALTER SCHEMA public OWNER TO plain")).unwrap();
    let plain = store::open(&url.replace("//postgres@", "//plain@")).unwrap();
    let Soundness { faults, unseen } = plain.soundness().unwrap();
    assert_eq!((faults.len(), unseen.len()), (0, 1), "{faults:?} {unseen:?}");
    assert!(unseen[0].contains("CREATE EXTENSION amcheck"), "{unseen:?}");
    // Once a superuser has, it looks.
    let give = "CREATE EXTENSION amcheck; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO plain";
    client.batch_execute(give).unwrap();
    assert_eq!(plain.soundness().unwrap(), Soundness::default());
}

fn a_key_that_no_index_can_hold_is_refused(cluster: &Cluster) {
    let store = store::open(&cluster.database().unwrap()).unwrap();
    // Text that does not shrink much when the engine packs it.
    let noise: String =
        (0..9_000u32).filter_map(|n| char::from_u32(0x4e00 + n * 7919 % 20_000)).collect();
    assert_eq!(add(&*store, &noise).unwrap_err().kind(), Kind::BadParam);
}

fn a_newer_schema_is_refused_untouched(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    drop(store::open(&url).unwrap());
    let mut client = Client::connect(&url, NoTls).unwrap();
    let newer = "INSERT INTO refinery_schema_history SELECT 99, 'newer', applied_on, checksum FROM refinery_schema_history WHERE version = 1; DROP TABLE settings";
    client.batch_execute(newer).unwrap();
    let said = store::open(&url).map(drop).unwrap_err();
    assert_eq!(said.kind(), Kind::Conflict);
    assert!(said.to_string().contains("schema version 99"), "{said}");
    let newest = "SELECT MAX(version) FROM refinery_schema_history";
    assert_eq!(client.query_one(newest, &[]).unwrap().get::<_, i32>(0), 99);
    assert!(client.query("SELECT * FROM settings", &[]).is_err(), "the table is not made again");
}

fn servers_may_start_at_once(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    std::thread::scope(|scope| {
        for number in 0..4 {
            let url = &url;
            scope.spawn(move || add(&*store::open(url).unwrap(), &number.to_string()).unwrap());
        }
    });
    assert_eq!(count(&*store::open(&url).unwrap().read().unwrap()).unwrap(), 4);
}

fn a_store_moves_between_engines_as_text(cluster: &Cluster) {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
    let (first, database, last) = (file("first"), cluster.database().unwrap(), file("last"));
    let store = store::open(&first).unwrap();
    records::every_type_comes_back(&*store);
    for name in ["a", "", "ü \u{2028}\n\"\\", "null", "5"] {
        add(&*store, name).unwrap();
    }
    drop(store);
    let text = |url: &str| {
        let mut text = Vec::new();
        archive::write(url, &mut text).unwrap();
        text
    };
    let written = text(&first);
    let rows = archive::read(&database, &mut &*written).unwrap();
    assert!(rows > 5, "{rows}");
    archive::read(&last, &mut &*text(&database)).unwrap();
    assert_eq!(String::from_utf8(text(&last)), String::from_utf8(written.clone()));
    let again = archive::read(&database, &mut &*written).unwrap_err();
    assert_eq!(again.kind(), Kind::Conflict);
    let cut = &written[..written.len() / 2];
    let empty = cluster.database().unwrap();
    assert_eq!(archive::read(&empty, &mut &*cut).unwrap_err().kind(), Kind::BadParam);
    assert_eq!(archive::read(&empty, &mut &*written).unwrap(), rows, "what was cut left nothing");
}

fn a_lost_connection_is_told_and_made_again(cluster: &mut Cluster) {
    let url = cluster.database().unwrap();
    let store = store::open(&url).unwrap();
    add(&*store, "a").unwrap();
    let cut = store.write().unwrap();
    cut.insert(&Setting { name: "lost".to_owned(), value: String::new() }).unwrap();
    cluster.restart().unwrap();
    let said = count(&*cut).unwrap_err();
    assert_eq!(said.kind(), Kind::Unavailable, "{said:?}");
    assert!(cut.commit().is_err());
    assert_eq!(count(&*store.read().unwrap()).unwrap(), 1, "the server is back");
    add(&*store, "b").unwrap();
    cluster.stop().unwrap();
    let said = store.read().map(drop).unwrap_err();
    assert_eq!(said.kind(), Kind::Unavailable);
    assert!(said.to_string().contains("postgres://"), "{said}");
}

#[test]
fn a_password_is_never_repeated() {
    for url in
        ["postgres://amy:s3cret@127.0.0.1:1/db", "postgres://amy:x?s3cret=s3cret@127.0.0.1:1/db"]
    {
        let said = store::open(url).map(drop).unwrap_err();
        assert!(!format!("{said} {said:?}").contains("s3cret"), "{said:?}");
    }
}
