//! A database of PostgreSQL's as the source and the target of a store's text.

use api::{Error, Kind, Result};
use postgres::{
    Client, Row, Transaction,
    fallible_iterator::FallibleIterator as _,
    types::{ToSql, Type},
};
use refinery::Target;

use super::{Cell, RowSink, Sink, Source, filled, listed, quoted};
use crate::store::{
    postgres::{configuration, connect, name, version},
    schema,
};

/// A connection that has begun to read.
pub(super) struct Reading {
    client: Client,
    name: String,
}

impl Reading {
    /// Begins to read.
    pub(super) fn begin(url: &str) -> Result<Self> {
        let (mut client, name) = open(url)?;
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        client.batch_execute(begin).map_err(|cause| unusable(&name, cause))?;
        Ok(Self { client, name })
    }
}

impl Source for Reading {
    fn schema(&mut self) -> Result<i32> {
        let found = version(&mut self.client).map_err(|cause| unusable(&self.name, cause))?;
        schema::check(found, &self.name)?;
        found.ok_or_else(|| {
            Error::new(Kind::NotFound, format!("There is no store in {}.", self.name))
        })
    }

    fn tables(&mut self) -> Result<Vec<(String, Vec<String>)>> {
        let client = &mut self.client;
        let names = tables(client).map_err(|cause| unusable(&self.name, cause))?;
        let tables = names.into_iter().map(|name| {
            let columns = columns(client, &name)?;
            Ok((name, columns))
        });
        let tables: Result<_, postgres::Error> = tables.collect();
        tables.map_err(|cause| unusable(&self.name, cause))
    }

    fn rows(&mut self, table: &str, columns: &[String], each: &mut RowSink<'_>) -> Result<()> {
        let failed = |cause| unusable(&self.name, cause);
        let query = format!("SELECT {} FROM {}", listed(columns), quoted(table));
        let none: [&(dyn ToSql + Sync); 0] = [];
        let mut rows = self.client.query_raw(&query, none).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let cells = (0..columns.len()).map(|place| cell(&row, place));
            each(cells.collect::<Result<_, _>>().map_err(failed)?)?;
        }
        Ok(())
    }
}

/// Fills the database in one transaction, and brings its schema up to date.
pub(super) fn fill(
    url: &str,
    version: i32,
    read: &mut dyn FnMut(&mut dyn Sink) -> Result<u64>,
) -> Result<u64> {
    let (mut client, name) = open(url)?;
    schema::check(Some(version), &name)?;
    refuse_filled(&mut client, &name)?;
    let runner = schema::for_postgres()?.set_target(Target::Version(version));
    runner.run(&mut client).map_err(|cause| schema::failed(&name, cause))?;
    let rows = {
        let transaction = client.transaction().map_err(|cause| unusable(&name, cause))?;
        let mut filling = Filling { transaction, name: &name, prepared: None };
        let rows = read(&mut filling)?;
        filling.transaction.commit().map_err(|cause| unusable(&name, cause))?;
        rows
    };
    let runner = schema::for_postgres()?;
    runner.run(&mut client).map_err(|cause| schema::failed(&name, cause))?;
    Ok(rows)
}

struct Filling<'a> {
    transaction: Transaction<'a>,
    name: &'a str,
    /// The statement of the last row, with its words.
    prepared: Option<(String, postgres::Statement)>,
}

impl Sink for Filling<'_> {
    fn insert(&mut self, table: &str, columns: &[String], row: &[Cell]) -> Result<()> {
        let marks: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
        let insert = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            quoted(table),
            listed(columns),
            marks.join(",")
        );
        let statement = match &self.prepared {
            Some((words, statement)) if *words == insert => statement.clone(),
            _ => {
                let prepared = self.transaction.prepare(&insert);
                let statement = prepared.map_err(|cause| unusable(self.name, cause))?;
                self.prepared.insert((insert, statement)).1.clone()
            }
        };
        let cells: Vec<&(dyn ToSql + Sync)> = row
            .iter()
            .zip(statement.params())
            .map(|(cell, kind)| -> &(dyn ToSql + Sync) {
                match cell {
                    Cell::Null if *kind == Type::INT8 => &None::<i64>,
                    Cell::Null => &None::<String>,
                    Cell::Int(number) => number,
                    Cell::Text(text) => text,
                }
            })
            .collect();
        let done = self.transaction.execute(&statement, &cells);
        done.map(drop).map_err(|cause| unusable(self.name, cause))
    }
}

fn open(url: &str) -> Result<(Client, String)> {
    let config = configuration(url)?;
    let name = name(&config);
    Ok((connect(&config, &name)?, name))
}

fn refuse_filled(client: &mut Client, name: &str) -> Result<()> {
    for table in tables(client).map_err(|cause| unusable(name, cause))? {
        let query = format!("SELECT EXISTS (SELECT 1 FROM {})", quoted(&table));
        let found = client.query_one(&query, &[]).and_then(|row| row.try_get::<_, bool>(0));
        if found.map_err(|cause| unusable(name, cause))? {
            return Err(filled(name, &table));
        }
    }
    Ok(())
}

fn tables(client: &mut Client) -> Result<Vec<String>, postgres::Error> {
    let query = "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
                 WHERE c.relkind = 'r' AND n.nspname = current_schema() AND c.relname <> $1 \
                 ORDER BY c.oid";
    client.query(query, &[&schema::HISTORY])?.iter().map(|row| row.try_get(0)).collect()
}

fn columns(client: &mut Client, table: &str) -> Result<Vec<String>, postgres::Error> {
    let query = "SELECT attname::text FROM pg_attribute WHERE attrelid = $1::text::regclass \
                 AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
    let rows = client.query(query, &[&quoted(table)])?;
    rows.iter().map(|row| row.try_get(0)).collect()
}

fn cell(row: &Row, place: usize) -> Result<Cell, postgres::Error> {
    let is_number = row.columns().get(place).is_some_and(|column| *column.type_() == Type::INT8);
    Ok(if is_number {
        row.try_get::<_, Option<i64>>(place)?.map_or(Cell::Null, Cell::Int)
    } else {
        row.try_get::<_, Option<String>>(place)?.map_or(Cell::Null, Cell::Text)
    })
}

fn unusable(name: &str, cause: postgres::Error) -> Error {
    let message = format!("The store {name} cannot be used: {cause}.");
    Error::new(Kind::Unavailable, message).because(cause)
}
