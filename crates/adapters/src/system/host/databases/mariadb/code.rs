//! What is bound to the name of its database and does not move with the tables: triggers, routines,
//! views and events. Their statements are kept in a table of ours until they are made again, so that a
//! cut loses none.

use api::{DatabaseName, Error, Kind, Result};
use mysql::Row;

use super::{
    session::{BEGIN, Session},
    sql::Name,
};

/// A kind of them.
struct Sort {
    /// Its word in statements.
    word: &'static str,
    /// The query that names those of a database, in the order in which they are made.
    names: &'static str,
    /// The column that has the statement.
    statement: &'static str,
}

/// In the order in which they are made: routines are used by views, and both by triggers.
const SORTS: [Sort; 5] = [
    Sort {
        word: "FUNCTION",
        names: "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?
            AND ROUTINE_TYPE = 'FUNCTION' ORDER BY ROUTINE_NAME",
        statement: "Create Function",
    },
    Sort {
        word: "PROCEDURE",
        names: "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?
            AND ROUTINE_TYPE = 'PROCEDURE' ORDER BY ROUTINE_NAME",
        statement: "Create Procedure",
    },
    Sort {
        word: "VIEW",
        names: "SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = ?
            ORDER BY TABLE_NAME",
        statement: "Create View",
    },
    Sort {
        word: "TRIGGER",
        names: "SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ?
            ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER",
        statement: "SQL Original Statement",
    },
    Sort {
        word: "EVENT",
        names: "SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?
            ORDER BY EVENT_NAME",
        statement: "Create Event",
    },
];

/// Keeps the statements of all that a database has; what was kept before stays.
pub(super) fn keep(session: &mut Session, from: &DatabaseName, to: &DatabaseName) -> Result<()> {
    // In its own database a view names the others of it without that.
    session.run(&format!("USE {}", Name(from.as_str())))?;
    for sort in &SORTS {
        let names: Vec<String> = session.rows(sort.names, (from.as_str(),))?;
        for (place, object) in (0_u32..).zip(names) {
            let show = format!("SHOW CREATE {} {}", sort.word, Name(&object));
            if let Some(row) = session.told(&show)?.first() {
                keep_one(session, (from, to), sort, (place, &object), row)?;
            }
        }
    }
    Ok(())
}

/// Keeps one, with what its session had set when it was made.
fn keep_one(
    session: &mut Session,
    (from, to): (&DatabaseName, &DatabaseName),
    sort: &Sort,
    (place, object): (u32, &str),
    row: &Row,
) -> Result<()> {
    const KEEP: &str = "INSERT IGNORE INTO innkeeper.code
        (name, sort, object, place, mode, zone, letters, collation, statement)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let text = |column: &str| row.get_opt::<String, _>(column).and_then(std::result::Result::ok);
    let [of, now] = [from, to].map(|name| format!("{}.", Name(name.as_str())));
    let statement = text(sort.statement).unwrap_or_default().replace(&of, &now);
    let mode = text("sql_mode").unwrap_or_default();
    let zone = text("time_zone").unwrap_or_else(|| "SYSTEM".to_owned());
    let letters = text("character_set_client").unwrap_or_default();
    let collation = text("collation_connection").unwrap_or_default();
    let (name, sort) = (to.as_str(), sort.word);
    session.put(KEEP, (name, sort, object, place, mode, zone, letters, collation, statement))
}

/// Drops the triggers, without which alone the tables can move.
pub(super) fn drop_triggers(session: &mut Session, database: &DatabaseName) -> Result<()> {
    for sort in SORTS.iter().filter(|sort| sort.word == "TRIGGER") {
        for trigger in session.rows::<String>(sort.names, (database.as_str(),))? {
            let (database, trigger) = (Name(database.as_str()), Name(&trigger));
            session.run(&format!("DROP TRIGGER IF EXISTS {database}.{trigger}"))?;
        }
    }
    Ok(())
}

/// What is kept of one of them.
type Kept = (String, String, String, String, String, String, String);

/// Makes again what was kept. A view that reads another comes after it: what cannot be made yet is
/// tried again for as long as something can.
pub(super) fn restore(session: &mut Session, database: &DatabaseName) -> Result<()> {
    const KEPT: &str = "SELECT sort, object, mode, zone, letters, collation, statement
        FROM innkeeper.code WHERE name = ?
        ORDER BY FIELD(sort, 'FUNCTION', 'PROCEDURE', 'VIEW', 'TRIGGER', 'EVENT'), place";
    session.run(&format!("USE {}", Name(database.as_str())))?;
    let mut left: Vec<Kept> = session.rows(KEPT, (database.as_str(),))?;
    loop {
        let (before, mut why, mut still) = (left.len(), None, Vec::new());
        for kept in left {
            if let Err(error) = make(session, database, &kept) {
                why = Some(error);
                still.push(kept);
            }
        }
        left = still;
        match why {
            None => return Ok(()),
            Some(error) if left.len() == before => return Err(error),
            Some(_) => {}
        }
    }
}

/// Makes one of them, as the session in which it was made would have.
fn make(session: &mut Session, database: &DatabaseName, kept: &Kept) -> Result<()> {
    const AS: &str = "SET SESSION sql_mode = ?, time_zone = ?, character_set_client = ?,
        collation_connection = ?";
    const MADE: &str = "DELETE FROM innkeeper.code WHERE name = ? AND sort = ? AND object = ?";
    let (sort, object, mode, zone, letters, collation, statement) = kept;
    let statement = statement.replacen("CREATE ", "CREATE OR REPLACE ", 1);
    session.put(AS, (mode, zone, letters, collation))?;
    let made = session.run(&statement);
    session.run("SET NAMES utf8mb4")?;
    session.run(BEGIN)?;
    made.map_err(|error| {
        let message = format!("“{object}” cannot be made again in “{database}”: {error}");
        Error::new(Kind::Conflict, message).because(error)
    })?;
    session.put(MADE, (database.as_str(), sort, object))
}
