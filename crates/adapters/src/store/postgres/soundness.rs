//! Whether what PostgreSQL keeps is sound: each row can be read, refers to others that are there, and lies
//! in its indexes as it should. The last is told by PostgreSQL's own `amcheck`, which only a superuser can
//! add to a database; where it is not there, and we cannot add it for a transaction that is rolled back,
//! it is said that nobody looked.

use api::records::Soundness;
use postgres::{Client, Error, Transaction, error::SqlState};

/// The tables of the store, as they are written in statements.
const TABLES: &str = "SELECT oid::regclass::text FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY oid";
/// Indexes that were not made to the end.
const HALF_INDEXES: &str = "SELECT indexrelid::regclass::text FROM pg_index
    JOIN pg_class ON pg_class.oid = indrelid
    WHERE relnamespace = current_schema()::regnamespace AND NOT (indisvalid AND indisready)";
/// What refers to what: the tables, and a query for the number of rows that refer to none.
const REFERENCES: &str = "SELECT conrelid::regclass::text, confrelid::regclass::text,
    format('SELECT count(*) FROM %s AS child WHERE %s AND NOT EXISTS (SELECT FROM %s AS parent WHERE %s)',
        conrelid::regclass, string_agg(format('child.%I IS NOT NULL', child.attname), ' AND '),
        confrelid::regclass,
        string_agg(format('child.%I = parent.%I', child.attname, parent.attname), ' AND '))
    FROM pg_constraint CROSS JOIN LATERAL unnest(conkey, confkey) AS key (child, parent)
    JOIN pg_attribute AS child ON child.attrelid = conrelid AND child.attnum = key.child
    JOIN pg_attribute AS parent ON parent.attrelid = confrelid AND parent.attnum = key.parent
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
    GROUP BY pg_constraint.oid, conrelid, confrelid ORDER BY pg_constraint.oid";
/// The schema that `amcheck` is in.
const AMCHECK: &str = "SELECT quote_ident(nspname) FROM pg_extension
    JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'amcheck'";
/// The indexes that `amcheck` knows.
const INDEXES: &str = "SELECT index.oid::regclass::text FROM pg_index
    JOIN pg_class AS index ON index.oid = indexrelid JOIN pg_am ON pg_am.oid = index.relam
    WHERE index.relnamespace = current_schema()::regnamespace AND amname = 'btree'
    AND indisvalid AND indisready ORDER BY 1";
/// What is said where it does not look.
const UNSEEN: &str = "the pages of its tables and indexes were not looked at: have a superuser of its \
    database run CREATE EXTENSION amcheck and let this login execute its functions, or run pg_amcheck";

/// What is found. Nothing is changed.
pub(super) fn of(client: &mut Client) -> Result<Soundness, Error> {
    let mut found = Soundness::default();
    let mut tx = client.transaction()?;
    for index in texts(&mut tx, HALF_INDEXES)? {
        found.faults.push(format!("the index {index} is not whole"));
    }
    for table in texts(&mut tx, TABLES)? {
        let read = format!("SELECT sum(length(whole::text)) FROM {table} AS whole");
        found.faults.extend(fault(&mut tx, &read, &format!("the table {table} cannot be read"))?);
    }
    orphans(&mut tx, &mut found)?;
    amcheck(&mut tx, &mut found)?;
    tx.rollback()?;
    Ok(found)
}

/// Rows that refer to others that are not there.
fn orphans(tx: &mut Transaction<'_>, found: &mut Soundness) -> Result<(), Error> {
    for row in tx.query(REFERENCES, &[])? {
        let (table, parent): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        let query: String = row.try_get(2)?;
        let number: i64 = tx.query_one(&query, &[])?.try_get(0)?;
        if number > 0 {
            found.faults.push(format!("{number} rows of {table} refer to none of {parent}"));
        }
    }
    Ok(())
}

/// What `amcheck` finds wrong with tables and indexes.
fn amcheck(tx: &mut Transaction<'_>, found: &mut Soundness) -> Result<(), Error> {
    let Some(schema) = amcheck_schema(tx)? else {
        found.unseen.push(UNSEEN.to_owned());
        return Ok(());
    };
    for table in texts(tx, TABLES)? {
        let check = format!(
            "SELECT format('block %s of {table}: %s', blkno, msg) \
             FROM {schema}.verify_heapam({}::regclass)",
            quoted(&table)
        );
        match attempted(tx, &check)? {
            Ok(said) => found.faults.extend(said),
            Err(cause) if is_refused(&cause) => {
                found.unseen.push(UNSEEN.to_owned());
                return Ok(());
            }
            Err(cause) => found.faults.push(told(&format!("the table {table}"), &cause)),
        }
    }
    for index in texts(tx, INDEXES)? {
        let check =
            format!("SELECT {schema}.bt_index_check({}::regclass, true)::text", quoted(&index));
        found.faults.extend(fault(tx, &check, &format!("the index {index}"))?);
    }
    Ok(())
}

/// The schema that `amcheck` is in, for the rest of the transaction; none where it cannot be had.
fn amcheck_schema(tx: &mut Transaction<'_>) -> Result<Option<String>, Error> {
    if let Some(schema) = texts(tx, AMCHECK)?.pop() {
        return Ok(Some(schema));
    }
    match attempted(tx, "CREATE EXTENSION amcheck")? {
        Ok(_) => Ok(texts(tx, AMCHECK)?.pop()),
        Err(_) => Ok(None),
    }
}

/// What the server says against a statement, if anything.
fn fault(tx: &mut Transaction<'_>, statement: &str, what: &str) -> Result<Option<String>, Error> {
    Ok(attempted(tx, statement)?.err().map(|cause| told(what, &cause)))
}

/// The texts that a statement gives, or what the server says against it, after which the transaction goes
/// on.
fn attempted(
    tx: &mut Transaction<'_>,
    statement: &str,
) -> Result<Result<Vec<String>, Error>, Error> {
    let mut inner = tx.savepoint("attempt")?;
    match texts(&mut inner, statement) {
        Ok(said) => {
            inner.commit()?;
            Ok(Ok(said))
        }
        Err(cause) if cause.as_db_error().is_some() => {
            inner.rollback()?;
            Ok(Err(cause))
        }
        Err(cause) => Err(cause),
    }
}

fn told(what: &str, cause: &Error) -> String {
    let said = cause.as_db_error().map(|cause| cause.message().to_owned());
    format!("{what}: {}", said.unwrap_or_else(|| cause.to_string()))
}

fn is_refused(cause: &Error) -> bool {
    cause.code() == Some(&SqlState::INSUFFICIENT_PRIVILEGE)
}

/// The first column of what a statement gives, where it is text.
fn texts(tx: &mut Transaction<'_>, statement: &str) -> Result<Vec<String>, Error> {
    let rows = tx.simple_query(statement)?;
    let text = |message: &postgres::SimpleQueryMessage| match message {
        postgres::SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
        _ => None,
    };
    Ok(rows.iter().filter_map(text).collect())
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
