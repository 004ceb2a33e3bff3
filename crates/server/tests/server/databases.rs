//! Databases through the three interfaces of an account, and across a restart.

use serde_json::{Value, json};

use crate::support::Innkeeper;

/// Calls a function of an account's interface through WHM, as root.
fn relayed(server: &Innkeeper, version: &str, name: (&str, &str), form: &[(&str, &str)]) -> Value {
    let called = [
        ("cpanel_jsonapi_user", "anna"),
        ("cpanel_jsonapi_apiversion", version),
        ("cpanel_jsonapi_module", name.0),
        ("cpanel_jsonapi_func", name.1),
    ];
    server.call("cpanel", &[&called, form].concat())
}

#[test]
fn what_one_interface_makes_the_others_show() {
    let mut server = Innkeeper::start();
    server.account("anna");
    let one = |function, args: &[&str]| {
        let names = ["arg-0", "arg-1", "arg-2"];
        let form: Vec<_> = names.into_iter().zip(args.iter().copied()).collect();
        relayed(&server, "1", ("Mysql", function), &form)
    };
    let made = json!({
        "apiversion": "1", "type": "event", "module": "Mysql", "func": "adddb", "source": "module",
        "data": { "result": "" }, "event": { "result": 1 },
    });
    assert_eq!(one("adddb", &["shop"]), made);
    for (function, args) in [
        ("adduser", &["clerk", "Harbour-sketch-9-tulip"][..]),
        ("adduserdb", &["shop", "clerk", "select insert"]),
    ] {
        assert_eq!(one(function, args)["event"]["result"], 1, "{function}");
    }
    let again = one("adddb", &["shop"]);
    assert_eq!(again["event"]["result"], 0, "{again}");
    assert!(again["error"].as_str().unwrap().contains("anna_shop"), "{again}");

    let rows = relayed(&server, "2", ("MysqlFE", "listdbs"), &[]);
    let row = &rows["cpanelresult"]["data"][0];
    assert_eq!((&row["db"], &row["usercount"]), (&"anna_shop".into(), &1.into()), "{rows}");
    server.start_again();
    let both = [("database", "anna_shop"), ("user", "anna_clerk")];
    let name = ("Mysql", "get_privileges_on_database");
    let granted = relayed(&server, "3", name, &both);
    assert_eq!(granted["result"]["data"], json!(["INSERT", "SELECT"]), "{granted}");
    let kept = server.data_of("list_databases", &[]);
    let row = json!({ "cpuser": "anna", "engine": "mysql", "name": "anna_shop" });
    assert_eq!(kept["payload"], json!([row]));
}
