//! What a store must do, whatever its engine.

use std::{ops::ControlFlow, sync::Barrier, thread};

use api::{
    Flag, Kind, Limit,
    records::{
        AccountCount, Cell, ForcedChange, LoginKind, PackageRecord, Personal, Record, Row, Select,
        Setting, Store, TokenAcl, TokenRecord, Tx, Where, ZoneRecord, is,
    },
};

fn set(store: &dyn Store, name: &str, value: &str) {
    let tx = store.write().unwrap();
    tx.put(&setting(name, value)).unwrap();
    tx.commit().unwrap();
}

fn get(store: &dyn Store, name: &str) -> Option<String> {
    let found = store.read().unwrap().find::<Setting>(&[name.into()]).unwrap();
    found.map(|setting| setting.value)
}

fn setting(name: &str, value: &str) -> Setting {
    Setting { name: name.to_owned(), value: value.to_owned() }
}

fn names(store: &dyn Store, select: &Select<'_>) -> Vec<String> {
    let rows = store.read().unwrap().list::<Setting>(select).unwrap();
    rows.into_iter().map(|row| row.name).collect()
}

fn zone(name: &str, account: Option<&str>) -> ZoneRecord {
    ZoneRecord {
        name: name.parse().unwrap(),
        account: account.map(|account| account.parse().unwrap()),
        serial: 1,
        primary: "ns1.example.com".to_owned(),
        contact: "root.example.com".to_owned(),
        refresh: 2,
        retry: 3,
        expire: 4,
        minimum: 5,
        ttl: u32::MAX,
    }
}

fn token(digest: &str, name: &str) -> TokenRecord {
    TokenRecord {
        digest: digest.to_owned(),
        kind: "whm".parse().unwrap(),
        user_name: "amy".parse().unwrap(),
        name: name.parse().unwrap(),
        created: 5.into(),
        expires: None,
        limited: Flag(true),
        suspended: Flag(false),
    }
}

pub(crate) fn a_dropped_transaction_changes_nothing(store: &dyn Store) {
    set(store, "a", "1");
    for begin in [Store::write, Store::write_relaxed] {
        let tx = begin(store).unwrap();
        tx.put(&setting("a", "2")).unwrap();
        tx.put(&setting("b", "2")).unwrap();
        assert_eq!(tx.count::<Setting>(&[]).unwrap(), 2, "it sees its own changes");
        drop(tx);
        assert_eq!(get(store, "a").as_deref(), Some("1"));
        assert_eq!(get(store, "b"), None);
    }
}

pub(crate) fn a_relaxed_commit_is_seen(store: &dyn Store) {
    let tx = store.write_relaxed().unwrap();
    tx.insert(&setting("a", "1")).unwrap();
    tx.commit().unwrap();
    assert_eq!(get(store, "a").as_deref(), Some("1"));
}

pub(crate) fn a_reader_sees_one_state(store: &dyn Store) {
    set(store, "a", "1");
    let reader = store.read().unwrap();
    assert_eq!(reader.count::<Setting>(&[]).unwrap(), 1);
    set(store, "a", "2");
    set(store, "b", "2");
    assert_eq!(reader.count::<Setting>(&[]).unwrap(), 1);
    assert_eq!(reader.find::<Setting>(&["a".into()]).unwrap().unwrap().value, "1");
    drop(reader);
    assert_eq!(get(store, "a").as_deref(), Some("2"));
}

pub(crate) fn a_reader_cannot_write(store: &dyn Store) {
    let tx = store.read().unwrap();
    assert_eq!(tx.put(&setting("a", "1")).unwrap_err().kind(), Kind::Internal);
    assert_eq!(tx.delete::<Setting>(&[]).unwrap_err().kind(), Kind::Internal);
    drop(tx);
    assert_eq!(get(store, "a"), None);
}

pub(crate) fn a_taken_key_is_refused_and_the_rest_goes_on(store: &dyn Store) {
    let tx = store.write().unwrap();
    tx.insert(&token("d1", "first")).unwrap();
    assert_eq!(tx.insert(&token("d1", "other")).unwrap_err().kind(), Kind::Exists);
    assert_eq!(tx.insert(&token("d2", "first")).unwrap_err().kind(), Kind::Exists);
    tx.insert(&token("d2", "second")).unwrap();
    tx.commit().unwrap();
    let mut names = store.read().unwrap().matching::<TokenRecord>(Vec::new()).unwrap();
    assert_eq!(names.pop().unwrap().name.as_str(), "second");
    assert_eq!(names.len(), 1);
}

pub(crate) fn a_failed_change_spoils_its_transaction(store: &dyn Store) {
    let tx = store.write().unwrap();
    tx.insert(&token("d1", "first")).unwrap();
    tx.insert(&token("d2", "second")).unwrap();
    tx.commit().unwrap();
    let tx = store.write().unwrap();
    tx.put(&setting("a", "1")).unwrap();
    let said = tx.put(&token("d2", "first")).unwrap_err();
    assert_eq!(said.kind(), Kind::Exists, "{said:?}");
    assert!(tx.put(&setting("b", "1")).is_err());
    assert!(tx.commit().is_err());
    assert_eq!(get(store, "a"), None);
    let tx = store.write().unwrap();
    let rename = [("name", "first".into())];
    let said = tx.update::<TokenRecord>(&rename, &[is("digest", "d2")]).unwrap_err();
    assert_eq!(said.kind(), Kind::Exists);
}

pub(crate) fn a_put_replaces_the_whole_row(store: &dyn Store) {
    let tx = store.write().unwrap();
    tx.put(&token("d1", "first")).unwrap();
    let changed =
        TokenRecord { expires: Some(9.into()), limited: Flag(false), ..token("d1", "new") };
    tx.put(&changed).unwrap();
    let found = tx.find::<TokenRecord>(&["d1".into()]).unwrap().unwrap();
    assert_eq!(found.cells(), changed.cells());
    assert_eq!(tx.count::<TokenRecord>(&[]).unwrap(), 1);
}

pub(crate) fn rows_of_a_parent_go_with_it(store: &dyn Store) {
    let acl = TokenAcl { digest: "d1".to_owned(), acl: "list-accts".parse().unwrap() };
    let tx = store.write().unwrap();
    tx.insert(&acl).unwrap();
    assert!(tx.commit().is_err(), "without its token");
    let tx = store.write().unwrap();
    tx.insert(&acl).unwrap();
    tx.insert(&token("d1", "first")).unwrap();
    tx.commit().unwrap();
    let tx = store.write().unwrap();
    assert_eq!(tx.delete::<TokenRecord>(&[is("digest", "d1")]).unwrap(), 1);
    assert_eq!(tx.count::<TokenAcl>(&[]).unwrap(), 0);
}

pub(crate) fn conditions_choose_rows(store: &dyn Store) {
    let tx = store.write().unwrap();
    for name in ["a", "ab", "a%", "a_c", "aé", "b", "B", ""] {
        tx.insert(&setting(name, "x")).unwrap();
    }
    tx.commit().unwrap();
    let chosen =
        |filter| names(store, &Select { filter, order: vec![("name", false)], window: None });
    assert_eq!(chosen(vec![is("name", "a")]), ["a"]);
    assert_eq!(chosen(vec![Where::Begins("name", "a")]), ["a", "a%", "a_c", "ab", "aé"]);
    assert_eq!(chosen(vec![Where::Begins("name", "a_")]), ["a_c"]);
    assert_eq!(chosen(vec![Where::Begins("name", "a%")]), ["a%"]);
    assert_eq!(chosen(vec![Where::Begins("name", "")]).len(), 8);
    assert_eq!(chosen(vec![Where::Above("name", "ab".into())]), ["aé", "b"]);
    assert_eq!(chosen(vec![Where::Below("name", "a".into())]), ["", "B"]);
    let both =
        vec![Where::Above("name", "a".into()), Where::Below("name", "b".into()), is("value", "x")];
    assert_eq!(chosen(both), ["a%", "a_c", "ab", "aé"]);
    assert_eq!(
        chosen(vec![Where::In("name", vec!["b".into(), "a".into(), "zz".into()])]),
        ["a", "b"]
    );
    assert_eq!(chosen(vec![Where::In("name", Vec::new())]), [""; 0]);
    let any = Where::Any(vec![is("name", "b"), Where::Begins("name", "ab")]);
    assert_eq!(chosen(vec![is("value", "x"), any]), ["ab", "b"]);
    assert_eq!(chosen(vec![Where::Any(Vec::new())]), [""; 0]);
}

pub(crate) fn a_list_of_five_hundred_works(store: &dyn Store) {
    let numbers: Vec<String> = (0..500).map(|number| format!("n{number:04}")).collect();
    let tx = store.write().unwrap();
    for name in numbers.iter().step_by(2) {
        tx.insert(&setting(name, "")).unwrap();
    }
    let cells = numbers.iter().map(|name| name.as_str().into()).collect();
    assert_eq!(tx.count::<Setting>(&[Where::In("name", cells)]).unwrap(), 250);
}

pub(crate) fn null_is_found_as_such(store: &dyn Store) {
    let tx = store.write().unwrap();
    tx.insert(&zone("one.example", Some("amy"))).unwrap();
    tx.insert(&zone("two.example", None)).unwrap();
    let found = |filter: Where<'_>| {
        let rows = tx.matching::<ZoneRecord>(vec![filter]).unwrap();
        rows.into_iter().map(|zone| zone.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found(is("account", Cell::Null)), ["two.example"]);
    assert_eq!(found(is("account", "amy")), ["one.example"]);
    assert_eq!(found(Where::In("account", vec![Cell::Null])), ["two.example"]);
    let either = Where::In("account", vec!["amy".into(), Cell::Null]);
    assert_eq!(found(either), ["one.example", "two.example"]);
    assert_eq!(tx.update::<ZoneRecord>(&[("account", Cell::Null)], &[]).unwrap(), 2);
    assert_eq!(found(is("account", Cell::Null)).len(), 2);
    assert_eq!(tx.first::<ZoneRecord>(vec![]).unwrap().unwrap().ttl, u32::MAX);
}

pub(crate) fn rows_come_in_order_and_in_windows(store: &dyn Store) {
    let tx = store.write().unwrap();
    for (name, value) in [("a", "2"), ("b", "1"), ("c", "2"), ("d", "1")] {
        tx.insert(&setting(name, value)).unwrap();
    }
    tx.commit().unwrap();
    let order = vec![("value", true), ("name", false)];
    let window = |skip, most| Select {
        order: order.clone(),
        window: Some((skip, most)),
        ..Select::default()
    };
    assert_eq!(names(store, &window(0, u64::MAX)), ["a", "c", "b", "d"]);
    assert_eq!(names(store, &window(1, 2)), ["c", "b"]);
    assert_eq!(names(store, &window(3, 2)), ["d"]);
    assert_eq!(names(store, &window(0, 0)), [""; 0]);
    assert_eq!(names(store, &window(9, 1)), [""; 0]);
}

pub(crate) fn text_is_ordered_by_its_bytes(store: &dyn Store) {
    let ordered = [
        "", " ", "-", "0", "A", "Z", "_", "a", "a b", "a-b", "ab", "z", "é", "ß", "中", "\u{E000}",
        "😀",
    ];
    let mut sorted = ordered;
    sorted.sort_unstable();
    let tx = store.write().unwrap();
    for name in ordered.iter().rev() {
        tx.insert(&setting(name, "")).unwrap();
    }
    tx.commit().unwrap();
    let select = Select { order: vec![("name", false)], ..Select::default() };
    assert_eq!(names(store, &select), sorted);
}

pub(crate) fn any_text_is_kept_exactly(store: &dyn Store) {
    let long = "长".repeat(100_000);
    for text in [
        "'",
        "\"",
        "\\",
        "'; --",
        "$1 ?1 :a",
        "\u{1}\t\r\n\u{1b}\u{7f}",
        " a ",
        "e\u{301}",
        "\u{FEFF}",
        "😀",
        "%",
    ] {
        set(store, text, text);
        assert_eq!(get(store, text).as_deref(), Some(text));
    }
    set(store, "long", &long);
    assert_eq!(get(store, "long"), Some(long));
}

pub(crate) fn a_nul_is_refused(store: &dyn Store) {
    let tx = store.write().unwrap();
    assert_eq!(tx.insert(&setting("a\0b", "")).unwrap_err().kind(), Kind::BadParam);
    assert_eq!(tx.put(&setting("a", "\0")).unwrap_err().kind(), Kind::BadParam);
    assert!(tx.matching::<Setting>(vec![Where::Begins("name", "a\0")]).is_err());
    tx.put(&setting("b", "x")).unwrap();
    tx.commit().unwrap();
    assert_eq!(names(store, &Select::default()), ["b"]);
}

pub(crate) fn changes_count_their_rows(store: &dyn Store) {
    let tx = store.write().unwrap();
    for name in ["a", "b", "c"] {
        tx.insert(&setting(name, "1")).unwrap();
    }
    let two = [Where::Above("name", "a".into())];
    assert_eq!(tx.update::<Setting>(&[("value", "2".into())], &two).unwrap(), 2);
    assert_eq!(tx.count::<Setting>(&[is("value", "2")]).unwrap(), 2);
    assert_eq!(tx.delete::<Setting>(&[is("value", "1")]).unwrap(), 1);
    assert_eq!(tx.delete::<Setting>(&[is("value", "1")]).unwrap(), 0);
    assert_eq!(tx.count::<Setting>(&[]).unwrap(), 2);
}

pub(crate) fn many_rows_come_by_one_call(store: &dyn Store) {
    let names: Vec<String> = (0..2500).map(|number| format!("user{number:04}")).collect();
    let cells: Vec<Cell<'_>> = names.iter().map(|name| name.as_str().into()).collect();
    let forced = |tx: &dyn Tx| tx.count::<ForcedChange>(&[]).unwrap();
    let tx = store.write().unwrap();
    let kind = [("kind", Cell::from(&LoginKind::Account))];
    for (part, found) in [(0..0, 0), (3..4, 1), (0..7, 7), (5..2500, 2500), (0..2500, 2500)] {
        let part = &cells[part];
        tx.insert_all::<ForcedChange>(("name", part), &kind).unwrap();
        assert_eq!(forced(&*tx), found);
    }
    let kind = [("kind", Cell::from(&LoginKind::Reseller))];
    tx.insert_all::<ForcedChange>(("name", &cells), &kind).unwrap();
    assert_eq!(forced(&*tx), 5000);
    let first: ForcedChange = tx.matching(vec![is("name", "user0007")]).unwrap().remove(0);
    assert_eq!((first.kind, first.name.as_str()), (LoginKind::Account, "user0007"));
    drop(tx);
    let cannot = store.read().unwrap().insert_all::<ForcedChange>(("name", &cells), &kind);
    assert!(cannot.is_err());
}

pub(crate) fn an_unknown_column_is_an_error(store: &dyn Store) {
    let tx = store.read().unwrap();
    let said = tx.matching::<Setting>(vec![is("nowhere", "nowhere")]).unwrap_err();
    assert_eq!(said.kind(), Kind::Internal);
}

pub(crate) fn the_wrong_type_is_an_error(store: &dyn Store) {
    let tx = store.write().unwrap();
    tx.insert(&zone("one.example", None)).unwrap();
    let mut rows = 0;
    let mut look = |row: &dyn Row| {
        rows += 1;
        assert!(row.int(0).is_err() && row.text(1).is_err());
        assert_eq!(row.text(0).unwrap(), Some("one.example"));
        assert_eq!(row.int(1).unwrap(), Some(1));
        assert!(row.is_null(2).unwrap() && !row.is_null(1).unwrap());
        assert_eq!((row.int(2).unwrap(), row.text(2).unwrap()), (None, None));
        assert!(row.int(3).is_err() && row.text(3).is_err() && row.is_null(3).is_err());
        Ok(ControlFlow::Continue(()))
    };
    let columns = &["name", "serial", "account"];
    tx.select_rows("zones", columns, &Select::default(), &mut look).unwrap();
    assert_eq!(rows, 1);
}

pub(crate) fn a_list_stops_when_told_and_may_ask_more(store: &dyn Store) {
    let tx = store.write().unwrap();
    for number in 0..2500 {
        tx.insert(&setting(&format!("n{number:04}"), "")).unwrap();
    }
    tx.commit().unwrap();
    let tx = store.read().unwrap();
    let order = vec![("name", false)];
    for (filter, last) in [(Vec::new(), 2100), (vec![Where::Above("name", "n".into())], 3)] {
        let select = Select { filter, order: order.clone(), window: None };
        let mut seen = Vec::new();
        tx.each::<Setting>(&select, &mut |row| {
            assert!(tx.find::<Setting>(&[row.name.as_str().into()])?.is_some());
            seen.push(row.name);
            Ok(if seen.len() == last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })
        .unwrap();
        assert_eq!(seen.len(), last);
        assert_eq!(seen.last().unwrap(), &format!("n{:04}", last - 1));
    }
    assert_eq!(tx.list::<Setting>(&Select::default()).unwrap().len(), 2500);
}

pub(crate) fn a_stream_gives_what_a_list_gives(store: &dyn Store) {
    let tx = store.write().unwrap();
    for number in 0..2500 {
        tx.insert(&setting(&format!("n{number:04}"), &"x".repeat(number % 300))).unwrap();
    }
    tx.commit().unwrap();
    let order = vec![("name", true)];
    let windows = [None, Some((0, 200)), Some((0, 1001)), Some((5, 201)), Some((700, 5000))];
    for (window, most) in windows.into_iter().flat_map(|window| [(window, 4000), (window, 850)]) {
        let select = Select { filter: Vec::new(), order: order.clone(), window };
        let mut listed: Vec<Setting> = store.read().unwrap().list(&select).unwrap();
        listed.truncate(most);
        let mut streamed = Vec::new();
        let mut each = |row: &dyn Row| {
            streamed.push(Setting::read(row)?);
            let enough = streamed.len() == most;
            Ok(if enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        };
        let tx = store.read().unwrap();
        tx.stream_rows(Setting::TABLE, Setting::COLUMNS, &select, &mut each).unwrap();
        let pairs = |rows: Vec<Setting>| -> Vec<_> {
            rows.into_iter().map(|row| (row.name, row.value)).collect()
        };
        assert_eq!(pairs(streamed), pairs(listed), "{window:?} {most}");
    }
}

pub(crate) fn limits_keep_unlimited_and_zero_apart(store: &dyn Store) {
    let plain = |name: &str, limit| PackageRecord {
        name: name.parse().unwrap(),
        owner: "root".parse().unwrap(),
        quota: limit,
        bandwidth: limit,
        max_ftp: limit,
        max_lists: limit,
        max_mailboxes: limit,
        max_databases: limit,
        max_subdomains: limit,
        max_parked: limit,
        max_addons: limit,
        max_passenger: limit,
        max_team_users: limit,
        max_email_per_hour: limit,
        max_defer_fail: limit,
        max_mailbox_quota: limit,
        cgi: Flag(true),
        shell: Flag(false),
        dedicated_ip: Flag(false),
        digest_auth: Flag(true),
        theme: String::new(),
        locale: "en".to_owned(),
        feature_list: "default".parse().unwrap(),
        extensions: String::new(),
    };
    let tx = store.write().unwrap();
    for (name, limit) in
        [("none", Limit::UNLIMITED), ("zero", Limit::of(0)), ("most", Limit::of(u32::MAX))]
    {
        let package = plain(name, limit);
        tx.insert(&package).unwrap();
        assert_eq!(tx.find(&[name.into()]).unwrap(), Some(package));
    }
}

pub(crate) fn concurrent_writers_lose_nothing(store: &dyn Store) {
    let owner = "root".parse().unwrap();
    let tx = store.write().unwrap();
    tx.insert(&AccountCount { owner, accounts: 0 }).unwrap();
    tx.commit().unwrap();
    let together = Barrier::new(8);
    thread::scope(|scope| {
        for thread in 0..8 {
            let together = &together;
            scope.spawn(move || {
                together.wait();
                for _ in 0..50 {
                    let tx = if thread % 2 == 0 { store.write() } else { store.write_relaxed() }
                        .unwrap();
                    // What is read in a writing transaction is still so when it writes.
                    let before = tx.find::<AccountCount>(&["root".into()]).unwrap().unwrap();
                    assert_eq!(
                        tx.add_to("account_counts", "accounts", 1, &[is("owner", "root")]).unwrap(),
                        1
                    );
                    let after = tx.find::<AccountCount>(&["root".into()]).unwrap().unwrap();
                    assert_eq!(after.accounts, before.accounts + 1);
                    tx.commit().unwrap();
                    store.read().unwrap().count::<AccountCount>(&[]).unwrap();
                }
            });
        }
    });
    let found = store.read().unwrap().find::<AccountCount>(&["root".into()]).unwrap();
    assert_eq!(found.unwrap().accounts, 400);
}

pub(crate) fn keys_of_several_columns_work(store: &dyn Store) {
    let personal = |store: &str, value: &str| Personal {
        user_name: "amy".parse().unwrap(),
        store: store.to_owned(),
        name: "n".to_owned(),
        value: value.to_owned(),
    };
    let tx = store.write().unwrap();
    tx.put(&personal("", "1")).unwrap();
    tx.put(&personal("s", "2")).unwrap();
    tx.put(&personal("", "3")).unwrap();
    let found = tx.find::<Personal>(&["amy".into(), "".into(), "n".into()]).unwrap().unwrap();
    assert_eq!(found.value, "3");
    assert_eq!(tx.count::<Personal>(&[]).unwrap(), 2);
}

pub(crate) fn the_clock_is_about_now(store: &dyn Store) {
    let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let clock = store.read().unwrap().clock().unwrap().0;
    assert!(u64::try_from(clock).unwrap().abs_diff(now) <= 2, "{clock} {now}");
}
