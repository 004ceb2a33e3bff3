//! Statements as SQL text with marks for values, and the values beside it. Tables and columns are
//! names from our own code, written in double quotes; whatever comes from outside is bound.

use api::{
    Error, Json, Kind, Result, Sink,
    records::{Cell, Select, Where},
};

/// How many values of a list have marks of their own at the most, where there is another way.
const FEW: usize = 8;

/// The column of such a table.
const OF_LIST: &str = "value";

/// A statement and the values of its marks, in order.
pub(super) struct Statement<'a> {
    /// The text.
    pub(super) sql: String,
    /// The values.
    pub(super) values: Vec<Cell<'a>>,
    dialect: Dialect,
}

/// Writes statements for one engine.
#[derive(Clone, Copy)]
pub(super) struct Dialect {
    /// What stands before the number of a mark.
    pub(super) sign: char,
    /// The words that a statement begins with that sets columns.
    pub(super) update: &'static str,
    /// The table of the values of a list in JSON, around a mark, where the engine has that.
    pub(super) list: Option<(&'static str, &'static str)>,
    /// What stands around the columns of a row that is read.
    pub(super) row: (&'static str, &'static str),
}

impl Dialect {
    /// Reads rows.
    pub(super) fn select<'a>(
        self,
        table: &str,
        columns: &[&str],
        select: &Select<'a>,
    ) -> Result<Statement<'a>> {
        let mut statement = self.begin("SELECT ");
        statement.add(self.row.0).names(columns).add(self.row.1);
        statement.add(" FROM ").name(table).filter(&select.filter)?;
        for (place, (column, reverse)) in select.order.iter().enumerate() {
            statement.add(if place == 0 { " ORDER BY " } else { ", " }).name(column);
            statement.add(if *reverse { " DESC" } else { "" });
        }
        if let Some((skip, most)) = select.window {
            let whole = |number| Cell::Int(i64::try_from(number).unwrap_or(i64::MAX));
            statement.add(" LIMIT ").value(whole(most))?;
            statement.add(" OFFSET ").value(whole(skip))?;
        }
        Ok(statement)
    }

    /// Counts rows.
    pub(super) fn count<'a>(self, table: &str, filter: &[Where<'a>]) -> Result<Statement<'a>> {
        let mut statement = self.begin("SELECT COUNT(*) FROM ");
        statement.name(table).filter(filter)?;
        Ok(statement)
    }

    /// Adds a row, or none where one of its keys is taken.
    pub(super) fn insert<'a>(
        self,
        table: &str,
        columns: &[&str],
        cells: &[Cell<'a>],
    ) -> Result<Statement<'a>> {
        let mut statement = self.row(table, columns, cells)?;
        statement.add(" ON CONFLICT DO NOTHING");
        Ok(statement)
    }

    /// Adds a row, or replaces the one of its key.
    pub(super) fn put<'a>(
        self,
        table: &str,
        columns: &[&str],
        key: &[&str],
        cells: &[Cell<'a>],
    ) -> Result<Statement<'a>> {
        let mut statement = self.row(table, columns, cells)?;
        statement.add(" ON CONFLICT (").names(key).add(") DO ");
        let mut rest = columns.iter().filter(|column| !key.contains(column)).peekable();
        if rest.peek().is_none() {
            statement.add("NOTHING");
            return Ok(statement);
        }
        statement.add("UPDATE SET ");
        for (place, column) in rest.enumerate() {
            statement.add(if place == 0 { "" } else { ", " });
            statement.name(column).add(" = excluded.").name(column);
        }
        Ok(statement)
    }

    /// Adds a row for each value of a column, with the same in the others, where its key is free.
    pub(super) fn insert_each<'a>(
        self,
        table: &str,
        (column, values): (&'static str, &[Cell<'a>]),
        others: &[(&'static str, Cell<'a>)],
    ) -> Result<Statement<'a>> {
        let columns: Vec<&str> =
            std::iter::once(column).chain(others.iter().map(|(column, _)| *column)).collect();
        let mut statement = self.begin("INSERT INTO ");
        statement.name(table).add(" (").names(&columns).add(")");
        match self.list {
            Some((before, after)) if values.len() > FEW => {
                let json = in_json(&values.iter().collect::<Vec<_>>())?;
                statement.add(" SELECT ").name(OF_LIST);
                for (_, cell) in others {
                    statement.add(", ").value(cell.clone())?;
                }
                statement.add(" FROM ").add(before).value(Cell::Text(json.into()))?.add(after);
                // Without a condition, what follows would be taken for that of a join.
                statement.add(" WHERE true");
            }
            _ => {
                for (place, value) in values.iter().enumerate() {
                    statement.add(if place == 0 { " VALUES (" } else { ", (" });
                    statement.value(value.clone())?;
                    for (_, cell) in others {
                        statement.add(", ").value(cell.clone())?;
                    }
                    statement.add(")");
                }
            }
        }
        statement.add(" ON CONFLICT DO NOTHING");
        Ok(statement)
    }

    /// Sets columns.
    pub(super) fn update<'a>(
        self,
        table: &str,
        set: &[(&'static str, Cell<'a>)],
        filter: &[Where<'a>],
    ) -> Result<Statement<'a>> {
        let mut statement = self.begin(self.update);
        statement.name(table).add(" SET ");
        for (place, (column, cell)) in set.iter().enumerate() {
            statement.add(if place == 0 { "" } else { ", " });
            statement.name(column).add(" = ").value(cell.clone())?;
        }
        statement.filter(filter)?;
        Ok(statement)
    }

    /// Adds to a number in place.
    pub(super) fn add_to<'a>(
        self,
        table: &str,
        column: &str,
        by: i64,
        filter: &[Where<'a>],
    ) -> Result<Statement<'a>> {
        let mut statement = self.begin(self.update);
        statement.name(table).add(" SET ").name(column).add(" = ").name(column).add(" + ");
        statement.value(Cell::Int(by))?;
        statement.filter(filter)?;
        Ok(statement)
    }

    /// Removes rows.
    pub(super) fn delete<'a>(self, table: &str, filter: &[Where<'a>]) -> Result<Statement<'a>> {
        let mut statement = self.begin("DELETE FROM ");
        statement.name(table).filter(filter)?;
        Ok(statement)
    }

    fn begin<'a>(self, words: &str) -> Statement<'a> {
        let mut sql = String::with_capacity(256);
        sql.push_str(words);
        Statement { sql, values: Vec::new(), dialect: self }
    }

    fn row<'a>(self, table: &str, columns: &[&str], cells: &[Cell<'a>]) -> Result<Statement<'a>> {
        let mut statement = self.begin("INSERT INTO ");
        statement.name(table).add(" (").names(columns).add(") VALUES (");
        for (place, cell) in cells.iter().enumerate() {
            statement.add(if place == 0 { "" } else { ", " }).value(cell.clone())?;
        }
        statement.add(")");
        Ok(statement)
    }
}

impl<'a> Statement<'a> {
    fn add(&mut self, words: &str) -> &mut Self {
        self.sql.push_str(words);
        self
    }

    fn name(&mut self, name: &str) -> &mut Self {
        self.add("\"").add(name).add("\"")
    }

    fn names(&mut self, names: &[&str]) -> &mut Self {
        for (place, name) in names.iter().enumerate() {
            self.add(if place == 0 { "" } else { ", " }).name(name);
        }
        self
    }

    /// Adds a mark and its value.
    fn value(&mut self, cell: Cell<'a>) -> Result<&mut Self> {
        check(&cell)?;
        self.values.push(cell);
        self.sql.push(self.dialect.sign);
        self.sql.push_str(itoa::Buffer::new().format(self.values.len()));
        Ok(self)
    }

    fn filter(&mut self, filter: &[Where<'a>]) -> Result<()> {
        for (place, condition) in filter.iter().enumerate() {
            self.add(if place == 0 { " WHERE " } else { " AND " });
            self.condition(condition)?;
        }
        Ok(())
    }

    fn condition(&mut self, condition: &Where<'a>) -> Result<()> {
        match condition {
            Where::Is(column, Cell::Null) => {
                self.name(column).add(" IS NULL");
            }
            Where::Is(column, cell) => {
                self.name(column).add(" = ").value(cell.clone())?;
            }
            Where::In(column, cells) => self.one_of(column, cells)?,
            Where::Above(column, cell) => {
                self.name(column).add(" > ").value(cell.clone())?;
            }
            Where::Below(column, cell) => {
                self.name(column).add(" < ").value(cell.clone())?;
            }
            Where::Begins(column, prefix) => self.begins(column, prefix)?,
            Where::Any(conditions) => self.any(conditions)?,
        }
        Ok(())
    }

    fn any(&mut self, conditions: &[Where<'a>]) -> Result<()> {
        if conditions.is_empty() {
            self.add("1 = 0");
            return Ok(());
        }
        for (place, condition) in conditions.iter().enumerate() {
            self.add(if place == 0 { "(" } else { " OR " });
            self.condition(condition)?;
        }
        self.add(")");
        Ok(())
    }

    /// A long list is one value, where the engine has that. Another is filled up to a power of two
    /// with its last value: the engines keep statements by their text, and lists of every length
    /// would each be a statement of its own.
    fn one_of(&mut self, column: &str, cells: &[Cell<'a>]) -> Result<()> {
        let values: Vec<_> = cells.iter().filter(|cell| **cell != Cell::Null).collect();
        let with_null = values.len() < cells.len();
        let Some(last) = values.last() else {
            if with_null {
                self.name(column).add(" IS NULL");
            } else {
                self.add("1 = 0");
            }
            return Ok(());
        };
        self.add("(").name(column).add(" IN (");
        match self.dialect.list {
            Some((before, after)) if values.len() > FEW => {
                let json = in_json(&values)?;
                self.add("SELECT ").name(OF_LIST).add(" FROM ");
                self.add(before).value(Cell::Text(json.into()))?.add(after);
            }
            _ => {
                let filled = values.iter().chain(std::iter::repeat(last));
                for (place, cell) in filled.take(values.len().next_power_of_two()).enumerate() {
                    self.add(if place == 0 { "" } else { ", " }).value((*cell).clone())?;
                }
            }
        }
        self.add(")");
        if with_null {
            self.add(" OR ").name(column).add(" IS NULL");
        }
        self.add(")");
        Ok(())
    }

    /// A range instead of LIKE: an index serves it, and no character is a pattern.
    fn begins(&mut self, column: &str, prefix: &'a str) -> Result<()> {
        self.add("(").name(column).add(" >= ").value(prefix.into())?;
        if let Some(end) = after_all_with(prefix) {
            self.add(" AND ").name(column).add(" < ").value(Cell::Text(end.into()))?;
        }
        self.add(")");
        Ok(())
    }
}

/// Refuses text with a NUL, as PostgreSQL has no place for one.
fn check(cell: &Cell<'_>) -> Result<()> {
    match cell {
        Cell::Text(text) if text.contains('\0') => {
            Err(Error::new(Kind::BadParam, "Text with a NUL character cannot be stored."))
        }
        _ => Ok(()),
    }
}

/// Values as a list in JSON.
fn in_json(cells: &[&Cell<'_>]) -> Result<String> {
    let mut json = Json::with_capacity(16 * cells.len(), false);
    json.open_list();
    for cell in cells {
        check(cell)?;
        match cell {
            Cell::Null => json.null(),
            Cell::Int(number) => json.int(*number),
            Cell::Text(text) => json.text(text),
        }
    }
    json.close_list();
    String::from_utf8(json.into_bytes()).map_err(Error::internal)
}

/// The least text above every text with that prefix; `None` where there is none. The order of
/// bytes in UTF-8 is the order of characters.
fn after_all_with(prefix: &str) -> Option<String> {
    let mut characters: Vec<char> = prefix.chars().collect();
    while let Some(last) = characters.pop() {
        if let Some(next) = (last..=char::MAX).nth(1) {
            characters.push(next);
            return Some(characters.into_iter().collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIALECT: Dialect = Dialect { sign: '$', update: "UPDATE ", list: None, row: ("", "") };

    #[test]
    fn a_list_is_filled_up_to_a_power_of_two() {
        let filter = [Where::In("name", vec!["a".into(), "b".into(), "c".into()])];
        let statement = DIALECT.delete("packages", &filter).unwrap();
        assert_eq!(statement.sql, r#"DELETE FROM "packages" WHERE ("name" IN ($1, $2, $3, $4))"#);
        assert_eq!(statement.values[3], "c".into());
    }

    #[test]
    fn a_long_list_is_one_value_where_the_engine_has_that() {
        let dialect = Dialect { list: Some(("json_each(", ")")), ..DIALECT };
        let cells: Vec<Cell<'_>> =
            (0..9).map(Cell::Int).chain(["a\"".into(), Cell::Null]).collect();
        let filter = [Where::In("name", cells)];
        let statement = dialect.delete("packages", &filter).unwrap();
        assert_eq!(
            statement.sql,
            r#"DELETE FROM "packages" WHERE ("name" IN (SELECT "value" FROM json_each($1)) OR "name" IS NULL)"#
        );
        assert_eq!(statement.values, [r#"[0,1,2,3,4,5,6,7,8,"a\""]"#.into()]);
        let ten: Vec<Cell<'_>> = (0..10).map(Cell::Int).collect();
        let statement =
            dialect.insert_each("ids", ("id", &ten), &[("kind", "uid".into())]).unwrap();
        assert_eq!(
            statement.sql,
            r#"INSERT INTO "ids" ("id", "kind") SELECT "value", $1 FROM json_each($2) WHERE true ON CONFLICT DO NOTHING"#
        );
        assert_eq!(statement.values, ["uid".into(), "[0,1,2,3,4,5,6,7,8,9]".into()]);
        let nul = vec!["\0".into(); 9];
        assert!(dialect.delete("packages", &[Where::In("name", nul)]).is_err());
    }

    #[test]
    fn one_of_several_conditions_stands_in_brackets() {
        let either =
            Where::Any(vec![Where::Is("owner", "bob".into()), Where::Is("name", "bob".into())]);
        let statement = DIALECT.delete("accounts", &[either, Where::Any(Vec::new())]).unwrap();
        assert_eq!(
            statement.sql,
            r#"DELETE FROM "accounts" WHERE ("owner" = $1 OR "name" = $2) AND 1 = 0"#
        );
    }

    #[test]
    fn the_text_after_a_prefix_is_the_next_one() {
        assert_eq!(after_all_with("ab").as_deref(), Some("ac"));
        assert_eq!(after_all_with("a\u{D7FF}").as_deref(), Some("a\u{E000}"));
        assert_eq!(after_all_with("a\u{10FFFF}").as_deref(), Some("b"));
        assert_eq!(after_all_with("\u{10FFFF}"), None);
        assert_eq!(after_all_with(""), None);
    }

    #[test]
    fn values_never_stand_in_the_text() {
        let hostile = r#"x'; DROP TABLE "accounts"; --"#;
        let filter = vec![Where::Begins("name", hostile), Where::Is("owner", hostile.into())];
        let select = Select { filter, order: vec![("name", true)], window: Some((5, 10)) };
        let statement = DIALECT.select("accounts", &["name"], &select).unwrap();
        let expected = r#"SELECT "name" FROM "accounts" WHERE ("name" >= $1 AND "name" < $2) AND "owner" = $3 ORDER BY "name" DESC LIMIT $4 OFFSET $5"#;
        assert_eq!(statement.sql, expected);
    }
}
