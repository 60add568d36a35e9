using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfluenceBoard.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchTexts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    KnownFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Names = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTexts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Surveys",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Actors = table.Column<string>(type: "TEXT", nullable: false),
                    Hosts = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sources = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    KnownFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownTo = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surveys", x => x.VersionId);
                    table.ForeignKey(
                        name: "FK_Surveys_Changes_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "Changes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTexts_Kind_RecordId_KnownTo",
                table: "SearchTexts",
                columns: new[] { "Kind", "RecordId", "KnownTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_ChangeId",
                table: "Surveys",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_Id_KnownTo",
                table: "Surveys",
                columns: new[] { "Id", "KnownTo" },
                unique: true);

            // An index of three-letter pieces over SearchTexts, kept in step by triggers.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE SearchIndex USING fts5(Title, Names, Body, content='SearchTexts', content_rowid='Id', tokenize='trigram case_sensitive 1');
                CREATE TRIGGER SearchTextsInserted AFTER INSERT ON SearchTexts BEGIN
                  INSERT INTO SearchIndex(rowid, Title, Names, Body) VALUES (new.Id, new.Title, new.Names, new.Body);
                END;
                CREATE TRIGGER SearchTextsDeleted AFTER DELETE ON SearchTexts BEGIN
                  INSERT INTO SearchIndex(SearchIndex, rowid, Title, Names, Body) VALUES ('delete', old.Id, old.Title, old.Names, old.Body);
                END;
                CREATE TRIGGER SearchTextsChanged AFTER UPDATE OF Title, Names, Body ON SearchTexts BEGIN
                  INSERT INTO SearchIndex(SearchIndex, rowid, Title, Names, Body) VALUES ('delete', old.Id, old.Title, old.Names, old.Body);
                  INSERT INTO SearchIndex(rowid, Title, Names, Body) VALUES (new.Id, new.Title, new.Names, new.Body);
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE SearchIndex;");

            migrationBuilder.DropTable(
                name: "SearchTexts");

            migrationBuilder.DropTable(
                name: "Surveys");
        }
    }
}
